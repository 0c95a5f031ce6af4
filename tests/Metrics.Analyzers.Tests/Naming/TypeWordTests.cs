namespace TypedMetrics.Analyzers.Tests.Naming;

/// <summary>MET105</summary>
public class TypeWordTests
{
    [Theory]
    [InlineData("Counter", "orders_counter_total")]
    [InlineData("Counter", "orders_counter")]
    [InlineData("Counter", "counter_orders_total")]
    [InlineData("Gauge", "gauge_temperature_celsius")]
    [InlineData("Gauge", "fuel_gauge")]
    [InlineData("Gauge", "order_counter")]
    [InlineData("Gauge", "wait_histogram")]
    [InlineData("Gauge", "order_summary")]
    [InlineData("Gauge", "summary_of_orders")]
    public async Task ReportsTypesAsWholeWords(string type, string name) => await NamingTest.VerifyAsync(type, $"{{|MET105:\"{name}\"|}}");

    [Theory]
    [InlineData("Counter", "encounters_total")]
    [InlineData("Counter", "counterfeits_total")]
    [InlineData("Counter", "order_summary_views_total")]
    [InlineData("Gauge", "gauged_fields")]
    [InlineData("Gauge", "histograms")]
    public async Task AcceptsOtherWords(string type, string name) => await NamingTest.VerifyAsync(type, $"\"{name}\"");

    [Fact]
    public async Task ReportsThePrefixOnce() => await NamingTest.VerifySourceAsync(
        """
        [MetricGroup(Prefix = {|MET105:"gauge_shop_"|})]
        public static partial class ShopMetrics
        {
            [Gauge("a")]
            public static partial Gauge A { get; }

            [Gauge("b")]
            public static partial Gauge B { get; }
        }
        """);

    [Fact]
    public async Task SaysWhatToWrite() => await NamingTest.SaysAsync(
        "'orders_counter' has the type 'counter' in its name, which is exposed beside the name: rename it to 'orders_total'",
        "Counter",
        "\"orders_counter\"");

    [Theory]
    [InlineData("Counter", "orders_counter", "orders_total")]
    [InlineData("Counter", "orders_counter_total", "orders_total")]
    [InlineData("Counter", "counter_orders_total", "orders_total")]
    [InlineData("Gauge", "fuel_gauge_ratio", "fuel_ratio")]
    [InlineData("Gauge", "queueGaugeSize", "queueSize")]
    public async Task Renames(string type, string before, string after)
    {
        await NamingTest.FixesAsync($"\"{after}\"", type, $"\"{before}\"");
        await NamingTest.FixesAsync($"\"{after}\"", type, $"\"{before}\"", group: "[MetricGroup(Prefix = \"shop_\")]");
    }

    [Fact]
    public async Task RenamesThePrefix() => Assert.Equal(
        NamingTest.Source("Gauge", "\"a\"", group: "[MetricGroup(Owner = \"me\", Prefix = \"shop_\")]"),
        await new Harness.CodeFixTest(
            new TypedMetrics.CodeFixes.RenameFixProvider(),
            NamingTest.Source("Gauge", "\"a\"", group: "[MetricGroup(Owner = \"me\", Prefix = \"shop_gauge_\")]")).FixFirstAsync());

    [Fact]
    public async Task RenamesAll() => await NamingTest.FixesAllAsync(
        ["static partial class A { [Gauge(\"a\")] public static partial Gauge X { get; } [Gauge(\"b\")] public static partial Gauge Y { get; } }"],
        "static partial class A { [Gauge(\"gauge_a\")] public static partial Gauge X { get; } [Gauge(\"b_gauge\")] public static partial Gauge Y { get; } }");

    [Fact]
    public async Task OffersNothingWhereNothingWouldBeLeft() => await NamingTest.OffersNothingAsync(NamingTest.Source("Gauge", "\"gauge\""));

    [Fact]
    public async Task IsSilencedByPragma() => await NamingTest.IsSilencedByPragmaAsync("MET105", "Gauge", "\"fuel_gauge\"");
}
