using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.OldCompiler.Tests;

/// <summary>The analyzers of the package TypedMetrics.Analyzers, run by the oldest compiler that it serves.</summary>
public class OldCompilerTests
{
    private const string Uses = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.Metrics;
        using TypedMetrics;

        public static partial class ShopMetrics
        {
            [Counter("orders_total", "Orders.")]
            public static partial Counter Orders([MaxValues(20)] string tenant);

            [Counter("visits_total", "Visits.")]
            public static partial Counter Visits(string page);

            [Counter("starts_total", "Starts.")]
            public static Counter Starts { get; }
        }

        public static class Shop
        {
            public static void Handle(Exception error, bool known)
            {
                ShopMetrics.Orders(known ? "known" : error.Message).Inc();
                ShopMetrics.Orders(string.Join("/", "a", Guid.NewGuid().ToString())).Inc();
                string[] parts = ["a", Environment.StackTrace];
                ShopMetrics.Orders(parts[1]).Inc();
                ShopMetrics.Orders(known ? "known" : "other").Inc();
            }
        }
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [.. typeof(LabelBoundAnalyzer).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    [Fact]
    public void TheCompilerIsTheOldestAndTheAnalyzersAskForNoLater()
    {
        Assert.Equal(new Version(4, 8), TwoParts(typeof(Compilation).Assembly.GetName()));
        Assert.Equal(
            new Version(4, 8),
            TwoParts(typeof(LabelBoundAnalyzer).Assembly.GetReferencedAssemblies().Single(static name => name.Name == "Microsoft.CodeAnalysis")));
    }

    [Fact]
    public void HasNoGenerator() =>
        Assert.DoesNotContain(typeof(LabelBoundAnalyzer).Assembly.GetTypes(), static type => type.GetCustomAttribute<GeneratorAttribute>() is not null);

    [Fact]
    public async Task ReportsWhatALaterCompilerReports()
    {
        var thrown = new List<Exception>();
        var found = await Compile(Uses)
            .WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), (exception, _, _) => thrown.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        Assert.Empty(thrown);
        Assert.Equal(
            ["MET201 page", "MET003 Starts"],
            found.Where(static one => one.Id is "MET003" or "MET201").OrderBy(Line).Select(static one => $"{one.Id} {TextAt(one)}"));
        Assert.Equal([22, 23, 25], found.Where(static one => one.Id is "MET210" or "MET211" or "MET213").Select(Line).Order());
    }

    private static CSharpCompilation Compile(string source)
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var framework = Directory.GetFiles(folder, "System*.dll").Append(Path.Combine(folder, "netstandard.dll")).Where(static file => !file.Contains(".Native.", StringComparison.Ordinal));
        return CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12))],
            framework.Append(typeof(CounterAttribute).Assembly.Location).Select(static file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    private static int Line(Diagnostic found) => found.Location.GetLineSpan().StartLinePosition.Line + 1;

    private static string TextAt(Diagnostic found) => found.Location.SourceTree!.ToString().Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length);

    private static Version TwoParts(AssemblyName name) => new(name.Version!.Major, name.Version.Minor);
}
