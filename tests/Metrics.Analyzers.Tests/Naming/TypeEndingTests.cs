namespace TypedMetrics.Analyzers.Tests.Naming;

/// <summary>MET101, MET102, MET104</summary>
public class TypeEndingTests
{
    [Theory]
    [InlineData("orders")]
    [InlineData("orderstotal")]
    [InlineData("orders_total_placed")]
    [InlineData("totals")]
    [InlineData("users_created")]
    public async Task ReportsACounterWithoutTotal(string name) => await NamingTest.VerifyAsync("Counter", $"{{|MET101:\"{name}\"|}}");

    [Theory]
    [InlineData("orders_total")]
    [InlineData("users_created_total")]
    [InlineData("orders_count_total")]
    public async Task AcceptsACounterWithTotal(string name) => await NamingTest.VerifyAsync("Counter", $"\"{name}\"");

    [Theory]
    [InlineData("Gauge", "{|MET102:\"orders_total\"|}")]
    [InlineData("Histogram", "{|MET102:\"wait_seconds_total\"|}, Buckets = [1]")]
    public async Task ReportsTotalOfAnotherType(string type, string arguments) => await NamingTest.VerifyAsync(type, arguments);

    [Fact]
    public async Task AcceptsTheEndingOfAnInfoOnAnInfoAlone() => await NamingTest.VerifySourceAsync(
        """
        public static partial class ShopMetrics
        {
            [Info("build_info")]
            public static partial Info Build(bool debug);

            [Info("target")]
            public static partial Info Target(bool debug);

            [Info({|MET102:"things_total"|})]
            public static partial Info Things(bool debug);

            [StateSet({|MET104:"state_info"|})]
            public static partial StateSet<DayOfWeek> State { get; }

            [ObservableGauge({|MET104:"order_count"|})]
            private static int Orders() => 1;

            [ObservableCounter({|MET101:"orders"|})]
            private static readonly int s_orders = 1;
        }
        """);

    [Theory]
    [InlineData("memory_total_bytes")]
    [InlineData("totals")]
    [InlineData("subtotal")]
    public async Task AcceptsTotalElsewhere(string name) => await NamingTest.VerifyAsync("Gauge", $"\"{name}\"");

    [Theory]
    [InlineData("Gauge", "order_count")]
    [InlineData("Gauge", "order_sum")]
    [InlineData("Gauge", "build_info")]
    [InlineData("Gauge", "orders_created")]
    [InlineData("Histogram", "wait_seconds_bucket")]
    [InlineData("Summary", "wait_seconds_count")]
    [InlineData("Summary", "wait_seconds_sum")]
    [InlineData("Counter", "orders_count")]
    [InlineData("Counter", "orders_sum")]
    public async Task ReportsSuffixesOfAnotherTypeAndNothingElse(string type, string name) =>
        await NamingTest.VerifyAsync(type, type == "Histogram" ? $"{{|MET104:\"{name}\"|}}, Buckets = [1]" : $"{{|MET104:\"{name}\"|}}");

    [Theory]
    [InlineData("discount")]
    [InlineData("order_discount")]
    [InlineData("account")]
    [InlineData("bucket_usage")]
    [InlineData("checksum")]
    [InlineData("info_requests")]
    [InlineData("count")]
    public async Task AcceptsSuffixesWithinWordsAndNames(string name) => await NamingTest.VerifyAsync("Gauge", $"\"{name}\"");

    [Fact]
    public async Task JudgesTheNameWithItsPrefix() => await NamingTest.VerifySourceAsync(
        """
        [MetricGroup(Prefix = "shop_")]
        public static partial class ShopMetrics
        {
            [Counter("total")]
            public static partial Counter A { get; }

            [Gauge({|MET102:"total"|})]
            public static partial Gauge B();

            [Gauge({|MET104:"count"|})]
            public static partial Gauge C { get; }

            [Counter(help: "Orders placed.", name: {|MET101:"orders"|})]
            public static partial Counter D { get; }
        }
        """);

    [Fact]
    public async Task LeavesNamesThatCannotWorkToTheirRule() => await NamingTest.VerifyAsync("Counter", "\"http-orders\"");

    [Theory]
    [InlineData("Counter", "\"orders\"", "Counter 'shop_orders' must end in '_total', as it is exposed with it: rename it to 'shop_orders_total'")]
    [InlineData("Gauge", "\"orders_total\"", "Gauge 'shop_orders_total' must not end in '_total', which says that it is a counter: rename it to 'shop_orders'")]
    [InlineData("Gauge", "\"orders_count\"", "Gauge 'shop_orders_count' must not end in '_count', which is kept for a sample of histograms and summaries: rename it to 'shop_orders'")]
    [InlineData("Gauge", "\"orders_created\"", "Gauge 'shop_orders_created' must not end in '_created', which is kept for the time at which a series began: choose another name")]
    public async Task SaysWhatToWrite(string type, string arguments, string message) =>
        await NamingTest.SaysAsync(message, type, arguments, group: "[MetricGroup(Prefix = \"shop_\")]");

    [Theory]
    [InlineData("Counter", "\"orders\"", "\"orders_total\"")]
    [InlineData("Counter", "@\"orders\", \"Orders placed.\"", "\"orders_total\", \"Orders placed.\"")]
    [InlineData("Counter", "help: \"Orders.\", name: /* as before */ \"orders\"", "help: \"Orders.\", name: /* as before */ \"orders_total\"")]
    [InlineData("Counter", "\"orders_count\"", "\"orders_total\"")]
    [InlineData("Gauge", "\"orders_total\"", "\"orders\"")]
    [InlineData("Gauge", "\"orders_count\"", "\"orders\"")]
    [InlineData("Gauge", "\"build_info\"", "\"build\"")]
    public async Task Renames(string type, string before, string after) =>
        await NamingTest.FixesAsync(after, type, before, group: "[MetricGroup(Prefix = \"shop_\")]");

    [Fact]
    public async Task RenamesAll() => await NamingTest.FixesAllAsync(
        [
            """
            static partial class A
            {
                [Counter("a_total")] public static partial Counter X { get; }
                [Counter("b_total")] public static partial Counter Y { get; }
                [Gauge("c_total")] public static partial Gauge Z { get; }
            }
            """,
            "static partial class B { [Counter(\"d_total\")] public static partial Counter X { get; } }",
        ],
        """
        static partial class A
        {
            [Counter("a")] public static partial Counter X { get; }
            [Counter("b")] public static partial Counter Y { get; }
            [Gauge("c_total")] public static partial Gauge Z { get; }
        }
        """,
        "static partial class B { [Counter(\"d\")] public static partial Counter X { get; } }");

    [Fact]
    public async Task LeavesConstantsAndNamesWithoutABetterOneAlone()
    {
        await NamingTest.OffersNothingAsync(NamingTest.Source("Gauge", "\"orders_created\""));
        await NamingTest.OffersNothingAsync(NamingTest.Source("Gauge", "\"total\"", group: "[MetricGroup(Prefix = \"shop_\")]"));
        await NamingTest.OffersNothingAsync("static partial class A { const string Name = \"a\"; [Counter(Name)] public static partial Counter X { get; } }");
    }

    [Fact]
    public async Task ReportsConstantsWhereTheyAreUsed() => await NamingTest.VerifySourceAsync(
        "static partial class A { const string Name = \"a\"; [Counter({|MET101:Name + \"_b\"|})] public static partial Counter X { get; } }");

    [Theory]
    [InlineData("MET101", "Counter", "\"orders\"")]
    [InlineData("MET102", "Gauge", "\"orders_total\"")]
    [InlineData("MET104", "Gauge", "\"orders_count\"")]
    public async Task IsSilencedByPragma(string id, string type, string arguments) =>
        await NamingTest.IsSilencedByPragmaAsync(id, type, arguments);
}
