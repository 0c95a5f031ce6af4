using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Analyzers.Tests.Rules;
using TypedMetrics.Generators;
using TypedMetrics.Testing;

namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>Compiles the C# of a page as a build does: with the generator, and with every analyzer.</summary>
internal sealed class PageCompilation
{
    // What <ImplicitUsings> gives a console program. The stand-ins of a page about web applications add to it.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<MetadataReference> AllReferences =
    [
        .. References.Framework,
        .. References.AspNetCore,
        References.Runtime,
        MetadataReference.CreateFromFile(typeof(AspNetCore.MetricsEndpointOptions).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(MetricAssert).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location),
    ];

    // The SDK itself silences both: a library that was made for an older framework.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: [KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress), KeyValuePair.Create("CS1702", ReportDiagnostic.Suppress)]);

    private PageCompilation(PageChapter chapter, CSharpCompilation compilation)
    {
        Chapter = chapter;
        Compilation = compilation;
    }

    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.Latest);

    public PageChapter Chapter { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>The chapters of a page, with what the generator adds to them.</summary>
    public static IReadOnlyList<PageCompilation> Of(MarkdownPage page) =>
        [.. PageChapter.Of(page).Select((chapter, number) => new PageCompilation(chapter, Compile(page, chapter, number)))];

    /// <summary>The errors and warnings of the compiler and the analyzers.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync()
    {
        var thrown = new List<Exception>();
        var analysis = Compilation.WithAnalyzers([.. RuleCatalogue.Analyzers], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var found = await analysis.GetAllDiagnosticsAsync();
        Assert.Empty(thrown);
        return [.. found.Where(static one => one.Severity >= DiagnosticSeverity.Warning && !one.IsSuppressed).Select(Finding.Of).Distinct()];
    }

    private static CSharpCompilation Compile(MarkdownPage page, PageChapter chapter, int number)
    {
        var sources = chapter.Sources.Prepend(PageProgram.ProbeSource).Prepend(StandIns.Of(page)).Prepend(ImplicitUsings);
        var compilation = CSharpCompilation.Create(
            string.Create(CultureInfo.InvariantCulture, $"Page{number}"),
            sources.Select(static (source, i) => CSharpSyntaxTree.ParseText(source, Parsing, $"Source{i}.cs", System.Text.Encoding.UTF8)),
            AllReferences,
            Options);
        var driver = CSharpGeneratorDriver.Create([new MetricsGenerator().AsSourceGenerator()], parseOptions: Parsing);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var completed, out var complaints);
        Assert.Empty(complaints);
        return (CSharpCompilation)completed;
    }
}
