using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedMetrics.Analyzers.Tests.Harness;

/// <summary>A file that the analyzers can read and the compiler does not compile.</summary>
internal sealed class AdditionalSource(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
