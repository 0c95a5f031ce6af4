using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetrics.Generators;

namespace TypedMetrics.Analyzers.Tests.Harness;

/// <summary>Compilations with what the generator adds to them.</summary>
internal static class Emitted
{
    public static CSharpCompilation Complete(CSharpCompilation compilation)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new MetricsGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var completed, out _);
        return (CSharpCompilation)completed;
    }

    /// <summary>A reference to the assembly that the sources make.</summary>
    public static MetadataReference Reference(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var emitted = Complete(compilation).Emit(stream);
        Assert.Empty(emitted.Diagnostics.Where(static found => found.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
