using TypedMetrics.Generators.Naming;

namespace TypedMetrics.Analyzers.Tests.Naming;

/// <summary>MET106, MET112</summary>
public class NameSpellingTests
{
    [Theory]
    [InlineData("ordersPlaced_total")]
    [InlineData("OrdersTotal")]
    [InlineData("HTTP_orders_total")]
    [InlineData("orders_Total")]
    public async Task ReportsCapitalsInAMetric(string name) => await NamingTest.VerifyAsync("Counter", $"{{|MET106:\"{name}\"|}}");

    [Theory]
    [InlineData("shop:orders_total")]
    [InlineData(":orders_total")]
    [InlineData("orders:total")]
    public async Task ReportsColonsInAMetric(string name) => await NamingTest.VerifyAsync("Counter", $"{{|MET112:\"{name}\"|}}");

    [Theory]
    [InlineData("orders_2xx_total")]
    [InlineData("_orders__total")]
    public async Task AcceptsSnakeCase(string name) => await NamingTest.VerifyAsync("Counter", $"\"{name}\"");

    [Fact]
    public async Task ReportsThePrefixOnce() => await NamingTest.VerifySourceAsync(
        """
        [MetricGroup(Prefix = {|MET106:{|MET112:"myShop:"|}|})]
        public static partial class ShopMetrics
        {
            [Gauge("a")]
            public static partial Gauge A { get; }

            [Gauge({|MET106:"bC"|})]
            public static partial Gauge B { get; }
        }
        """);

    [Theory]
    [InlineData("ordersPlacedTotal", "orders_placed_total")]
    [InlineData("HTTPOrders_total", "http_orders_total")]
    [InlineData("_ordersPlaced__Now_total_", "_orders_placed__now_total_")]
    [InlineData("ORDERS_TOTAL", "orders_total")]
    [InlineData("orders2XxTotal", "orders2_xx_total")]
    public async Task RenamesToSnakeCase(string before, string after)
    {
        Assert.Equal(after, NameWords.Snake(before));
        await NamingTest.FixesAsync($"\"{after}\"", "Counter", $"\"{before}\"", group: "[MetricGroup(Prefix = \"shop_\")]");
    }

    [Theory]
    [InlineData("shop", "OrdersPlaced", "_orders_placed")]
    [InlineData("shop_", "OrdersPlaced", "orders_placed")]
    [InlineData("shop", "ordersPlaced", "orders_placed")]
    public void SeparatesTheNameFromItsPrefix(string prefix, string before, string after) => Assert.Equal(after, NameWords.Snake(before, prefix));

    [Fact]
    public async Task RenamesColons() => await NamingTest.FixesAsync("\"shop_orders_total\"", "Counter", "\"shop:orders:total\"");

    [Fact]
    public async Task RenamesAll() => await NamingTest.FixesAllAsync(
        ["static partial class A { [Gauge(\"a_b\")] public static partial Gauge X { get; } [Gauge(\"b_c\")] public static partial Gauge Y { get; } }"],
        "static partial class A { [Gauge(\"aB\")] public static partial Gauge X { get; } [Gauge(\"bC\")] public static partial Gauge Y { get; } }");

    [Fact]
    public async Task SaysWhatToWrite()
    {
        await NamingTest.SaysAsync(
            "Metric name 'orderCountNow' must be in snake_case, as all names in Prometheus are: rename it to 'order_count_now'", "Gauge", "\"orderCountNow\"");
        await NamingTest.SaysAsync(
            "Metric name 'shop:orders' has a ':', which is kept for the names of recording rules: rename it to 'shop_orders'", "Gauge", "\"shop:orders\"");
    }

    [Theory]
    [InlineData("MET106", "\"ordersPlaced\"")]
    [InlineData("MET112", "\"orders:placed\"")]
    public async Task IsSilencedByPragma(string id, string arguments) => await NamingTest.IsSilencedByPragmaAsync(id, "Gauge", arguments);

    [Fact]
    public void SnakeCaseIsItsOwnSnakeCase()
    {
        var random = new Random(106);
        for (var i = 0; i < 2_000; i++)
        {
            var name = new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => "abAB_:1"[random.Next(7)])]);
            var snake = NameWords.Snake(name);
            Assert.Equal(snake, NameWords.Snake(snake));
            Assert.False(NameWords.HasCapital(snake), name);
            Assert.Equal(NameWords.Of(name).Select(static word => word.Text), NameWords.Of(snake).Select(static word => word.Text));
        }
    }
}
