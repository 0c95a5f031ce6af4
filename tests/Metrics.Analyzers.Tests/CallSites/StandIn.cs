using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetrics.Analyzers.Tests.Harness;

namespace TypedMetrics.Analyzers.Tests.CallSites;

/// <summary>Assemblies with the signatures of other libraries, under their real metadata names.</summary>
internal static class StandIn
{
    private static readonly ConditionalWeakTable<string, MetadataReference> Compiled = new();

    public static MetadataReference Reference(string assembly, string source) => Compiled.GetValue(source, text =>
    {
        var usings = AnalyzerTest.ImplicitUsings.Replace("global using TypedMetrics;", "", StringComparison.Ordinal);
        var parsing = new CSharpParseOptions(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(usings, parsing), CSharpSyntaxTree.ParseText(text, parsing)],
            References.Framework,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        Assert.Empty(emitted.Diagnostics.Where(static found => found.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(stream.ToArray());
    });
}
