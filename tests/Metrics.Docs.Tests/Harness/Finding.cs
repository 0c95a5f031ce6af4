using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>An error or warning about a page, at the line of the page.</summary>
internal sealed record Finding(string File, int Line, string Id, string Severity, string Message)
{
    public static Finding Of(Diagnostic diagnostic)
    {
        var position = diagnostic.Location.GetMappedLineSpan();
        return new(
            position.Path,
            position.StartLinePosition.Line + 1,
            diagnostic.Id,
            diagnostic.Severity.ToString().ToLowerInvariant(),
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    public override string ToString() => $"{File}({Line}): {Severity} {Id}: {Message}";
}
