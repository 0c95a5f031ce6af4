using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Declarations;

namespace TypedMetrics.Generators.Tests.Harness;

/// <summary>Runs the analyzer over a compilation that the generator has completed, as a build does.</summary>
internal static class DeclarationCheck
{
    private const string Preamble = "using TypedMetrics;\n";

    /// <summary>
    /// The diagnostics are those marked, where they are marked, and the compiler has nothing to say beyond the ids that are
    /// expected of it (separated by blanks).
    /// </summary>
    public static async Task<ImmutableArray<Diagnostic>> Verify(string marked, string compilerErrors = "")
    {
        var source = MarkedSource.Parse(Preamble + marked);
        var (diagnostics, run) = await Analyze(TestCompilation.Library(source.Text));

        var expected = source.Marks.Select(mark => $"{mark.Id} '{source.Text.Substring(mark.Span.Start, mark.Span.Length)}' at {mark.Span.Start}");
        var actual = diagnostics.Where(static diagnostic => !diagnostic.IsSuppressed).Select(diagnostic =>
            $"{diagnostic.Id} '{source.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}' at {diagnostic.Location.SourceSpan.Start}");
        Assert.Equal(expected.Order(), actual.Order());

        Assert.Null(run.Result.Exception);
        var errors = run.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(compilerErrors, string.Join(" ", errors.Select(static error => error.Id).Distinct().Order()));
        return diagnostics;
    }

    /// <summary>The one diagnostic of a source, worded like this.</summary>
    public static async Task VerifyMessage(string marked, string message, string compilerErrors = "")
    {
        var diagnostic = Assert.Single(await Verify(marked, compilerErrors));
        Assert.Equal(message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>What the source reports is gone once a pragma stands above it.</summary>
    public static async Task VerifyPragma(string marked, string compilerErrors = "")
    {
        var source = MarkedSource.Parse(marked);
        var id = Assert.Single(source.Marks.Select(static mark => mark.Id).Distinct());
        await Verify(marked, compilerErrors);
        var diagnostics = await Verify($"#pragma warning disable {id}\n{source.Text}", compilerErrors);
        Assert.All(diagnostics, static diagnostic => Assert.True(diagnostic.IsSuppressed));
    }

    public static async Task<(ImmutableArray<Diagnostic> Diagnostics, GeneratorRun Run)> Analyze(CSharpCompilation compilation)
    {
        var run = GeneratorRun.Of(compilation);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        var analysis = run.Output.WithAnalyzers([new MetricDeclarationAnalyzer()], options);
        return (await analysis.GetAnalyzerDiagnosticsAsync(), run);
    }
}
