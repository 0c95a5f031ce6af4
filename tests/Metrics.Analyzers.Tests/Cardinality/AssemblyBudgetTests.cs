using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Cardinality;
using TypedMetrics.Generators.Catalogue;

namespace TypedMetrics.Analyzers.Tests.Cardinality;

/// <summary>MET205</summary>
public class AssemblyBudgetTests
{
    [Fact]
    public async Task ReportsTheTotalAtTheLargestMetric() => Assert.Equal(
        "Assembly 'Shop' can reach 11,413 series: 'b_total' 6,001 + 'a_total' 5,001 + 'd_total' 401 + 'c' 10 (budget 10,000): "
            + "take labels away, lower bounds or MaxSeries, or state the number with metrics_assembly_series_budget",
        await MessageAsync(
            """
            [MetricGroup(SeriesBudget = 20_000)]
            public static partial class ShopMetrics
            {
                [Counter("a_total")]
                public static partial Counter A([MaxValues(5_000)] string tenant);

                [Counter("b_total")]
                public static partial Counter {|MET205:B|}([MaxValues(6_000)] string tenant);
            }

            public static partial class OtherMetrics
            {
                [Gauge("c")]
                public static partial Gauge C([InRange(1, 9)] int shard);

                [Counter("d_total")]
                public static partial Counter D([MaxValues(400)] string queue);
            }
            """));

    [Fact]
    public async Task NamesTheLargestAndSumsUpTheRest() => Assert.StartsWith(
        "Assembly 'Shop' can reach 10,010 series: 'm0_total' 1,001 + 'm1_total' 1,001 + 'm2_total' 1,001 + 7 others 7,007 (budget 10,000); "
            + "10,010 x 3 instances = 30,030:",
        await MessageAsync(
            $$"""
            [MetricGroup(SeriesBudget = 2_000)]
            public static partial class ShopMetrics
            {
                {{string.Concat(Enumerable.Range(0, 10).Select(static i =>
                    $"[Counter(\"m{i}_total\")] public static partial Counter {(i == 0 ? "{|MET205:M0|}" : $"M{i}")}([MaxValues(1_000)] string tenant);\n"))}}
            }
            """,
            "metrics_replicas = 3"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("metrics_assembly_series_budget = 11000", "", "[MaxValues(10_500)] string tenant")]
    [InlineData("", "", "[MaxValues(20_000)] string tenant, [MaxValues(20_000)] string queue")]
    [InlineData("metrics_assembly_series_budget = 50", ", MaxSeries = 50", "[MaxValues(20_000)] string tenant")]
    [InlineData("metrics_assembly_series_budget = 0", "", "[MaxValues(5_000)] string tenant")]
    public async Task AcceptsWhatTheBudgetAllowsAndNoMoreThanIsKept(string option, string arguments, string parameters) =>
        await Test(option).With(
            $$"""
            public static partial class ShopMetrics
            {
                [Counter("a_total", SeriesBudget = int.MaxValue{{arguments}})]
                public static partial Counter A({{parameters}});
            }
            """).VerifyAsync(new SeriesBudgetAnalyzer());

    [Fact]
    public async Task CountsTheLinesOfAHistogramThatAreKept() => Assert.StartsWith(
        "Assembly 'Shop' can reach 40,000 series: 'a_seconds' 40,000 (budget 10,000):",
        await MessageAsync(
            """
            public static partial class ShopMetrics
            {
                [Histogram("a_seconds", SeriesBudget = int.MaxValue, Buckets = [1])]
                public static partial Histogram {|MET205:A|}([MaxValues(20_000)] string tenant);
            }
            """),
        StringComparison.Ordinal);

    [Fact]
    public async Task AddsWhatReferencesDeclare()
    {
        var library = Library("", "[MaxValues(8_000)] string tenant");
        Assert.StartsWith(
            "Assembly 'Shop' can reach 11,002 series: assembly 'Library' 8,001 + 'a_total' 3,001 (budget 10,000):",
            await MessageAsync(Own("{|MET205:A|}"), reference: library),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SeriesBudget = 8_001", "[MaxValues(8_000)] string tenant")]
    [InlineData("SeriesBudget = 40_000_000", "[MaxValues(8_000)] string tenant, [MaxValues(3_000)] string queue")]
    public async Task TakesABudgetThatAReferenceStatesForADecision(string stated, string parameters) =>
        await Test("").WithReference(Library(stated, parameters)).With(Own("A")).VerifyAsync(new SeriesBudgetAnalyzer());

    [Theory]
    [InlineData("SeriesBudget = 5_000")]
    [InlineData("MaxSeries = 7_500")]
    public async Task CountsWhatAReferenceKeepsBeyondItsOwnBudget(string stated) => await Test("")
        .WithReference(Library(stated, "[MaxValues(8_000)] string tenant"))
        .With(Own("{|MET205:A|}"))
        .VerifyAsync(new SeriesBudgetAnalyzer());

    [Fact]
    public async Task AcceptsTheMetricsOfHttpServers()
    {
        var reference = Emitted.Reference(new AnalyzerTest().WithPlain(HttpServerMetrics(), "/HttpServerMetrics.cs").Compile("TypedMetrics.AspNetCore"));
        var test = Test("").WithReference(reference).With(Own("A"));
        var assembly = (IAssemblySymbol)test.Compile().GetAssemblyOrModuleSymbol(reference)!;
        Assert.True(CatalogueReader.Metrics(assembly).Sum(static metric => metric.KeptLines) > 10_000);
        await test.VerifyAsync(new SeriesBudgetAnalyzer());
    }

    [Fact]
    public async Task ReportsNothingWhereTheAssemblyHasNoMetric() => await Test("metrics_assembly_series_budget = 1")
        .WithReference(Library("", "[MaxValues(8_000)] string tenant"))
        .With("class None;")
        .VerifyAsync(new SeriesBudgetAnalyzer());

    [Fact]
    public async Task IsSilencedByPragma() => await Test("metrics_assembly_series_budget = 1").With(
        "#pragma warning disable MET205\n" + Own("A")).VerifyAsync(new SeriesBudgetAnalyzer());

    private static string Own(string name) => $$"""
        public static partial class ShopMetrics
        {
            [Counter("a_total", SeriesBudget = 4_000)]
            public static partial Counter {{name}}([MaxValues(3_000)] string queue);
        }
        """;

    private static MetadataReference Library(string stated, string parameters) => Emitted.Reference(new AnalyzerTest().With(
        $$"""
        namespace Library;

        public static partial class LibraryMetrics
        {
            [Counter("library_total"{{(stated.Length > 0 ? ", " + stated : "")}})]
            public static partial Counter Calls({{parameters}});
        }
        """).Compile("Library"));

    private static string HttpServerMetrics() => File.ReadAllText(Path.Combine(
        Rules.RuleCatalogue.RepositoryFolder, "src", "Metrics.AspNetCore", "HttpMetrics", "HttpServerMetrics.cs"));

    private static async Task<string> MessageAsync(
        string source, string option = "", MetadataReference? reference = null)
    {
        var test = Test(option).With(source);
        var found = await (reference is null ? test : test.WithReference(reference)).VerifyAsync(new SeriesBudgetAnalyzer());
        return Assert.Single(found).GetMessage(CultureInfo.InvariantCulture);
    }

    private static AnalyzerTest Test(string option) => new() { EditorConfig = new("[*.cs]\n" + option) };
}
