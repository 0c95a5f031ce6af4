using System.Globalization;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Cardinality;

/// <summary>MET206</summary>
public class DominantLabelTests
{
    [Theory]
    [InlineData("[MaxValues(5_000)] string {|MET206:tenant|}, bool warm")]
    [InlineData("bool warm, [InRange(1, 5_000)] int {|MET206:shard|}, DayOfWeek day")]
    [InlineData("bool warm, [MaxValues(1_000)] string {|MET206:tenant|}")]
    public async Task ReportsTheLabelThatIsOverBudgetAlone(string parameters) => await VerifyAsync(parameters);

    [Theory]
    [InlineData("[MaxValues(5_000)] string tenant")]
    [InlineData("[MaxValues(999)] string tenant, bool warm, bool paid")]
    [InlineData("[MaxValues(2_000)] string tenant, [MaxValues(300)] string queue")]
    public async Task AcceptsLabelsThatAreNotAlone(string parameters) => await VerifyAsync(parameters);

    [Theory]
    [InlineData("[MaxValues(400)] string tenant, bool warm", "")]
    [InlineData("[MaxValues(5_000)] string tenant, bool warm", "SeriesBudget = 20_000")]
    [InlineData("[MaxValues(5_000)] string tenant, bool warm", "MaxSeries = 1_000")]
    public async Task AcceptsWhatIsWithinTheBudget(string parameters, string options) => await new AnalyzerTest().With(
        $$"""
        public static partial class ShopMetrics
        {
            [Counter("orders_total"{{(options.Length > 0 ? ", " + options : "")}})]
            public static partial Counter Orders({{parameters}});
        }
        """).VerifyAsync(new SeriesBudgetAnalyzer());

    [Fact]
    public async Task CountsTheLinesOfAHistogram() => await new AnalyzerTest().With(
        """
        public static partial class ShopMetrics
        {
            [Histogram("wait_seconds")]
            public static partial Histogram {|MET204:Wait|}([MaxValues(60)] string {|MET206:queue|}, bool warm);
        }
        """).VerifyAsync(new SeriesBudgetAnalyzer());

    [Fact]
    public async Task ReportsTheLabelOfASetAtTheParameter() => await new AnalyzerTest().With(
        """
        [LabelSet]
        public readonly partial record struct Labels([MaxValues(5_000)] string Tenant, bool Warm);

        public static partial class ShopMetrics
        {
            [Counter("orders_total")]
            public static partial Counter {|MET204:Orders|}(Labels {|MET206:labels|});
        }
        """).VerifyAsync(new SeriesBudgetAnalyzer());

    [Fact]
    public async Task ShowsTheNumbers()
    {
        var found = await new AnalyzerTest().With(OpenLabelTests.Group("[MaxValues(5_000)] string tenant, bool warm, bool? paid")).RunAsync(new SeriesBudgetAnalyzer());
        Assert.Equal(
            "Label 'tenant' makes up nearly all of the 30,006 series of 'orders_total': it takes 5,001 values, and all other labels together 6; "
                + "bound it lower, or leave it out",
            Assert.Single(found, static one => one.Id == "MET206").GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task IsSilencedByPragma() => await new AnalyzerTest().With(
        """
        public static partial class ShopMetrics
        {
            [Counter("orders_total")]
            public static partial Counter {|MET204:Orders|}(
        #pragma warning disable MET206
                [MaxValues(5000)] string queue, bool warm);
        }
        """).VerifyAsync(new SeriesBudgetAnalyzer());

    private static async Task VerifyAsync(string parameters) => await new AnalyzerTest().With(
        OpenLabelTests.Group(parameters).Replace("Orders", "{|MET204:Orders|}", StringComparison.Ordinal)).VerifyAsync(new SeriesBudgetAnalyzer());
}
