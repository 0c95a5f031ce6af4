using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators;

namespace TypedMetrics.Precision;

/// <summary>Runs the generator and every analyzer.</summary>
internal static class Analysis
{
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(CSharpCompilation compilation)
    {
        CSharpGeneratorDriver.Create([new MetricsGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        var analyzers = typeof(MetricsGenerator).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();
        var found = await generated.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();
        return [.. found.Where(static diagnostic => diagnostic.Location.SourceTree?.FilePath is not "Probe.cs")
            .OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    public static string Describe(Diagnostic diagnostic, string folder)
    {
        var position = diagnostic.Location.GetLineSpan();
        var line = diagnostic.Location.SourceTree?.GetText().Lines[position.StartLinePosition.Line].ToString().Trim();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetRelativePath(folder, position.Path)}({position.StartLinePosition.Line + 1}): {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n    {line}");
    }
}
