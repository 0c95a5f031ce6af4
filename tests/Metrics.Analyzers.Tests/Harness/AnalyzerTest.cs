using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Findings;

namespace TypedMetrics.Analyzers.Tests.Harness;

/// <summary>Compiles sources, runs analyzers over them and compares what they report with the sources' markup.</summary>
internal sealed class AnalyzerTest
{
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using TypedMetrics;
        """;

    // A partial member without its generated part.
    private static readonly ImmutableHashSet<string> Incomplete = ["CS8795", "CS9248"];

    private readonly List<(string File, string Text)> _sources = [("/Usings.cs", ImplicitUsings)];
    private readonly List<ExpectedDiagnostic> _expected = [];
    private readonly List<MetadataReference> _references = [.. References.Framework, References.Runtime];
    private readonly List<AdditionalText> _additional = [];

    public EditorConfig EditorConfig { get; init; } = EditorConfig.None;

    /// <summary>Whether the sources may have errors of the compiler's, too.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Whether the analyzers see what the generator adds, as they do in a build.</summary>
    public bool IsGenerated { get; init; }

    public AnalyzerTest With(string marked, string file = "/Test.cs")
    {
        var (text, expected) = Markup.Parse(file, marked);
        _sources.Add((file, text));
        _expected.AddRange(expected);
        return this;
    }

    /// <summary>Adds a source without markup.</summary>
    public AnalyzerTest WithPlain(string text, string file)
    {
        _sources.Add((file, text));
        return this;
    }

    /// <summary>Replaces all sources, the usings too, without markup.</summary>
    public AnalyzerTest WithSources(IEnumerable<(string File, string Text)> sources)
    {
        _sources.Clear();
        _sources.AddRange(sources);
        return this;
    }

    /// <summary>Adds the file of accepted findings, unless it is empty.</summary>
    public AnalyzerTest WithFindings(string text)
    {
        if (text.Length > 0)
        {
            _additional.Add(new AdditionalSource("/" + FindingsFile.Name, text));
        }

        return this;
    }

    public AnalyzerTest WithAspNetCore()
    {
        _references.AddRange(References.AspNetCore);
        return this;
    }

    /// <summary>Leaves TypedMetrics out, as in a project that uses other libraries only.</summary>
    public AnalyzerTest WithoutTypedMetrics()
    {
        _references.Remove(References.Runtime);
        _sources[0] = ("/Usings.cs", ImplicitUsings.Replace("global using TypedMetrics;", "", StringComparison.Ordinal));
        return this;
    }

    public AnalyzerTest WithReference(MetadataReference reference)
    {
        _references.Add(reference);
        return this;
    }

    public CSharpCompilation Compile(string assembly = "Shop")
    {
        var parsing = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable)
            .WithSyntaxTreeOptionsProvider(EditorConfig.Severities);
        return CSharpCompilation.Create(
            assembly,
            _sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, parsing, source.File)),
            _references,
            options);
    }

    /// <summary>Runs the analyzers. An exception of one of them fails the test.</summary>
    public async Task<ImmutableArray<Diagnostic>> RunAsync(params DiagnosticAnalyzer[] analyzers)
    {
        var compilation = IsGenerated ? Emitted.Complete(Compile()) : Compile();
        if (!IsBroken)
        {
            Assert.Empty(compilation.GetDiagnostics().Where(found =>
                found.Severity == DiagnosticSeverity.Error && (IsGenerated || !Incomplete.Contains(found.Id))));
        }

        var thrown = new List<Exception>();
        var running = compilation.WithAnalyzers([.. analyzers], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. _additional], EditorConfig), (exception, _, _) => thrown.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false));

        // With a file of accepted findings as a build does it: all at once, so that what is missing is known to be missing.
        var diagnostics = _additional.Count == 0
            ? await running.GetAnalyzerDiagnosticsAsync()
            : [.. (await running.GetAllDiagnosticsAsync()).Where(static found => found.Id.StartsWith("MET", StringComparison.Ordinal))];
        Assert.Empty(thrown);
        return [.. diagnostics.OrderBy(static found => found.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static found => found.Location.SourceSpan.Start)];
    }

    /// <summary>Asserts that exactly the marked diagnostics are reported, at exactly the marked places.</summary>
    public async Task<ImmutableArray<Diagnostic>> VerifyAsync(params DiagnosticAnalyzer[] analyzers)
    {
        var diagnostics = await RunAsync(analyzers);
        Assert.Equal(
            Lines(_expected.Select(static expected => (expected.File, expected.Span, expected.Id))),
            Lines(diagnostics.Select(static found => (found.Location.SourceTree!.FilePath, found.Location.SourceSpan, found.Id))));
        return diagnostics;
    }

    private string Lines(IEnumerable<(string File, Microsoft.CodeAnalysis.Text.TextSpan Span, string Id)> diagnostics) => string.Join(
        '\n',
        diagnostics
            .Select(found => (found.File, found.Span.Start, Text: $"{found.File} {found.Id} '{TextAt(found.File, found.Span)}'"))
            .OrderBy(static line => line.File, StringComparer.Ordinal)
            .ThenBy(static line => line.Start)
            .ThenBy(static line => line.Text, StringComparer.Ordinal)
            .Select(static line => $"{line.Text} at {line.Start}"));

    private string TextAt(string file, Microsoft.CodeAnalysis.Text.TextSpan span) =>
        _sources.Single(source => source.File == file).Text.Substring(span.Start, span.Length);
}
