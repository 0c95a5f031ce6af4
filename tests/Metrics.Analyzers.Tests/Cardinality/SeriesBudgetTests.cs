using System.Globalization;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Cardinality;

/// <summary>MET204</summary>
public class SeriesBudgetTests
{
    private const string TwentyFourThousand = """
        public static partial class ShopMetrics
        {
            [Counter("http_requests_total")]
            public static partial Counter {|MET204:Requests|}(
                [OneOf("GET", "POST", "PUT", "HEAD")] string method, [InRange(1, 47)] int endpoint, [MaxValues(99)] string status);
        }
        """;

    [Fact]
    public async Task ShowsTheArithmetic() => Assert.Equal(
        "'http_requests_total' can reach 24,000 series: method 5 x endpoint 48 x status 100 (budget 1,000): "
            + "take a label away, lower a bound, or state the number with SeriesBudget",
        await MessageAsync(TwentyFourThousand));

    [Fact]
    public async Task MultipliesByTheReplicas() => Assert.StartsWith(
        "'http_requests_total' can reach 24,000 series: method 5 x endpoint 48 x status 100 (budget 1,000); 24,000 x 40 instances = 960,000:",
        await MessageAsync(TwentyFourThousand, "metrics_replicas = 40"),
        StringComparison.Ordinal);

    [Fact]
    public async Task CountsEachLineOfASummary() => Assert.Contains(
        "queue 101 x warm 2 x 6 lines",
        Assert.Single(await new AnalyzerTest().With(
            """
            public static partial class ShopMetrics
            {
                [Summary("request_duration_seconds", Quantiles = [0.1, 0.5, 0.9, 0.99])]
                public static partial Summary {|MET204:RequestDuration|}([MaxValues(100)] string queue, bool warm);
            }
            """).VerifyAsync(new SeriesBudgetAnalyzer())).GetMessage(System.Globalization.CultureInfo.InvariantCulture),
        StringComparison.Ordinal);

    [Fact]
    public async Task CountsEachLineOfAHistogram() => Assert.StartsWith(
        "'shop_request_duration_seconds' can reach 1,414 series: queue 101 x warm 2 x 7 lines (budget 1,000)",
        await MessageAsync(
            """
            [MetricGroup(Prefix = "shop_")]
            public static partial class ShopMetrics
            {
                [Histogram("request_duration_seconds", Buckets = [0.1, 0.5, 1, 5])]
                public static partial Histogram {|MET204:RequestDuration|}([MaxValues(100)] string queue, bool warm);
            }
            """),
        StringComparison.Ordinal);

    [Fact]
    public async Task CountsEachStateOfAStateSet() => Assert.StartsWith(
        "'today' can reach 1,407 series: tenant 201 x 7 lines (budget 1,000)",
        await MessageAsync(
            """
            public static partial class ShopMetrics
            {
                [StateSet("today")]
                public static partial StateSet<DayOfWeek> {|MET204:Today|}([MaxValues(200)] string tenant);
            }
            """),
        StringComparison.Ordinal);

    [Fact]
    public async Task CountsTheCombinationsOfACallback() => Assert.StartsWith(
        "'queue_depth' can reach 1,271 series: shard 41 x lane 31 (budget 1,000)",
        await MessageAsync(
            """
            public static partial class ShopMetrics
            {
                [ObservableGauge("queue_depth")]
                private static int {|MET204:Depth|}([InRange(1, 40)] int shard, [InRange(1, 30)] int lane) => shard + lane;
            }
            """),
        StringComparison.Ordinal);

    [Fact]
    public async Task CountsTheDefaultBuckets() => Assert.StartsWith(
        "'request_duration_seconds' can reach 1,717 series: queue 101 x 17 lines (budget 1,000)",
        await MessageAsync(
            """
            public static partial class ShopMetrics
            {
                [Histogram("request_duration_seconds")]
                public static partial Histogram {|MET204:RequestDuration|}([MaxValues(100)] string queue);
            }
            """),
        StringComparison.Ordinal);

    [Fact]
    public async Task CountsTheLabelsOfASet() => Assert.StartsWith(
        "'orders_total' can reach 1,206 series: tenant 201 x warm 3 x paid 2 (budget 1,000)",
        await MessageAsync(
            """
            [LabelSet]
            public readonly partial record struct Labels([MaxValues(200)] string Tenant, bool? Warm);

            public static partial class ShopMetrics
            {
                [Counter("orders_total")]
                public static partial Counter {|MET204:Orders|}(Labels labels, bool paid);
            }
            """),
        StringComparison.Ordinal);

    [Fact]
    public async Task TakesAStatedMaxSeriesForTheWorstCase()
    {
        Assert.StartsWith(
            "'a_total' can reach 5,000 series: tenant 10,001 x warm 2, cut to 5,000 by MaxSeries (budget 1,000)",
            await MessageAsync(
                """
                public static partial class ShopMetrics
                {
                    [Counter("a_total", MaxSeries = 5_000)]
                    public static partial Counter {|MET204:A|}([MaxValues(10_000)] string {|MET206:tenant|}, bool warm);
                }
                """),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "'a_seconds' can reach 1,400 series: tenant 301, cut to 200 by MaxSeries, x 7 lines (budget 1,000)",
            await MessageAsync(
                """
                public static partial class ShopMetrics
                {
                    [Histogram("a_seconds", MaxSeries = 200, Buckets = [0.1, 0.5, 1, 5])]
                    public static partial Histogram {|MET204:A|}([MaxValues(300)] string tenant);
                }
                """),
            StringComparison.Ordinal);
        await new AnalyzerTest().With(
            """
            public static partial class ShopMetrics
            {
                [Counter("a_total", MaxSeries = 1_000)]
                public static partial Counter A([MaxValues(10_000)] string tenant, bool warm);
            }
            """).VerifyAsync(new SeriesBudgetAnalyzer());
    }

    [Theory]
    [InlineData("[MaxValues(999)] string queue", "")]
    [InlineData("[MaxValues(1999)] string queue", "metrics_series_budget = 2000")]
    [InlineData("", "metrics_series_budget = 1")]
    [InlineData("string queue, Guid id", "metrics_series_budget = 1")]
    public async Task AcceptsWhatIsWithinTheBudget(string parameters, string option) =>
        await Test(option).With(OpenLabelTests.Group(parameters)).VerifyAsync(new SeriesBudgetAnalyzer());

    [Fact]
    public async Task TakesTheBudgetOfTheMetricThenOfTheGroupThenOfTheProject() => await Test("metrics_series_budget = 100").With(
        """
        [MetricGroup(SeriesBudget = 500)]
        public static partial class ShopMetrics
        {
            [Counter("a_total", SeriesBudget = 1001)]
            public static partial Counter A([MaxValues(1000)] string queue);

            [Counter("b_total")]
            public static partial Counter B([MaxValues(400)] string queue);

            [Counter("c_total")]
            public static partial Counter {|MET204:C|}([MaxValues(500)] string queue);

            [Counter("d_total", SeriesBudget = 50)]
            public static partial Counter {|MET204:D|}([MaxValues(50)] string queue);
        }

        public static partial class OtherMetrics
        {
            [Gauge("e")]
            public static partial Gauge {|MET204:E|}([MaxValues(100)] string queue);
        }
        """).VerifyAsync(new SeriesBudgetAnalyzer());

    [Fact]
    public async Task TakesTheBudgetOfAGlobalConfig() => await new AnalyzerTest
    {
        EditorConfig = new("is_global = true\nmetrics_series_budget = 2000"),
    }.With(OpenLabelTests.Group("[MaxValues(1999)] string queue")).VerifyAsync(new SeriesBudgetAnalyzer());

    [Theory]
    [InlineData("metrics_series_budget = many")]
    [InlineData("metrics_series_budget = 0")]
    [InlineData("metrics_series_budget = -5")]
    public async Task IgnoresABudgetThatIsNone(string option) =>
        await Test(option).With(OpenLabelTests.Group("[MaxValues(999)] string queue")).VerifyAsync(new SeriesBudgetAnalyzer());

    [Fact]
    public async Task IsSilencedByPragma() => await new AnalyzerTest().With(
        """
        public static partial class ShopMetrics
        {
            [Counter("orders_total")]
        #pragma warning disable MET204
            public static partial Counter Orders([MaxValues(5000)] string queue);
        #pragma warning restore MET204
        }
        """).VerifyAsync(new SeriesBudgetAnalyzer());

    [Fact]
    public async Task FollowsTheEditorConfig() => await Test("dotnet_diagnostic.MET204.severity = none")
        .With(OpenLabelTests.Group("[MaxValues(5000)] string queue"))
        .VerifyAsync(new SeriesBudgetAnalyzer());

    private static async Task<string> MessageAsync(string source, string option = "") =>
        Assert.Single(await Test(option).With(source).VerifyAsync(new SeriesBudgetAnalyzer()), static found => found.Id == "MET204")
            .GetMessage(CultureInfo.InvariantCulture);

    private static AnalyzerTest Test(string option) => new() { EditorConfig = new("[*.cs]\n" + option) };
}
