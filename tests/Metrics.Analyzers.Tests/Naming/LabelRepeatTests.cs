namespace TypedMetrics.Analyzers.Tests.Naming;

/// <summary>MET108</summary>
public class LabelRepeatTests
{
    [Theory]
    [InlineData("Counter", "http_requests_by_method_total", "DayOfWeek method")]
    [InlineData("Counter", "http_requests_per_method_total", "DayOfWeek method")]
    [InlineData("Counter", "http_requests_method_total", "DayOfWeek method")]
    [InlineData("Counter", "requests_by_methods_total", "DayOfWeek method")]
    [InlineData("Counter", "requests_by_status_code_total", "bool warm, DayOfWeek statusCode")]
    [InlineData("Counter", "requests_by_method_and_status_total", "DayOfWeek method, bool status")]
    [InlineData("Gauge", "http_requests_by_method", "DayOfWeek method")]
    [InlineData("Gauge", "items_per_queue_max", "[Label(\"queue\")] DayOfWeek which")]
    public async Task ReportsWhatTheLabelsSay(string type, string name, string parameters) =>
        await NamingTest.VerifyAsync(type, $"{{|MET108:\"{name}\"|}}", parameters);

    [Theory]
    [InlineData("Counter", "http_requests_total", "DayOfWeek http")]
    [InlineData("Counter", "http_requests_total", "DayOfWeek method")]
    [InlineData("Counter", "http_methods_called_total", "DayOfWeek method")]
    [InlineData("Counter", "tenant_orders_total", "DayOfWeek tenant")]
    [InlineData("Counter", "cpu_seconds_total", "DayOfWeek cpu")]
    [InlineData("Counter", "requests_by_methodology_total", "DayOfWeek method")]
    [InlineData("Counter", "requests_by_code_total", "DayOfWeek statusCode")]
    [InlineData("Counter", "method_total", "DayOfWeek method")]
    [InlineData("Gauge", "queue_length", "DayOfWeek queue")]
    [InlineData("Gauge", "pod_phase", "DayOfWeek phase")]
    public async Task AcceptsWhatIsMeasured(string type, string name, string parameters) =>
        await NamingTest.VerifyAsync(type, $"\"{name}\"", parameters);

    [Fact]
    public async Task ReportsTheLabelsOfASet() => await NamingTest.VerifySourceAsync(
        """
        [LabelSet]
        public readonly partial record struct Labels(DayOfWeek Method, bool Warm);

        public static partial class ShopMetrics
        {
            [Counter({|MET108:"requests_by_method_total"|})]
            public static partial Counter Requests(Labels labels);
        }
        """);

    [Fact]
    public async Task NamesTheLabels()
    {
        await NamingTest.SaysAsync(
            "'requests_by_method_total' repeats its label 'method', which says nothing once that label is aggregated away: rename it to 'requests_total'",
            "Counter",
            "\"requests_by_method_total\"",
            "DayOfWeek method");
        await NamingTest.SaysAsync(
            "'requests_by_method_and_warm_total' repeats its label 'method' and 'warm', which says nothing once that label is aggregated away: rename it to 'requests_total'",
            "Counter",
            "\"requests_by_method_and_warm_total\"",
            "DayOfWeek method, bool warm");
    }

    [Theory]
    [InlineData("requests_by_method_total", "requests_total")]
    [InlineData("requests_method_total", "requests_total")]
    [InlineData("requests_by_http_method_total", "requests_total")]
    [InlineData("requests_by_method_and_warm_total", "requests_total")]
    [InlineData("requests_by_method_seconds_total", "requests_seconds_total")]
    public async Task Renames(string before, string after) =>
        await NamingTest.FixesAsync($"\"{after}\"", "Counter", $"\"{before}\"", "DayOfWeek method, bool warm");

    [Fact]
    public async Task AcceptsTheLabelAsAllThatIsDeclared() => await NamingTest.VerifyAsync(
        "Counter", "\"weather_total\"", "DayOfWeek weather", "[MetricGroup(Prefix = \"shop_\")]");

    [Fact]
    public async Task OffersNothingWhereThePrefixSaysIt() => await NamingTest.OffersNothingAsync(
        NamingTest.Source("Counter", "\"method_total\"", "DayOfWeek method", "[MetricGroup(Prefix = \"requests_by_\")]"));

    [Fact]
    public async Task RenamesAll() => await NamingTest.FixesAllAsync(
        [NamingTest.Source("Gauge", "\"a\"", "bool on"), NamingTest.Source("Gauge", "\"b\"", "bool on").Replace("Shop", "Other", StringComparison.Ordinal)],
        NamingTest.Source("Gauge", "\"a_by_on\"", "bool on"),
        NamingTest.Source("Gauge", "\"b_per_on\"", "bool on").Replace("Shop", "Other", StringComparison.Ordinal));

    [Fact]
    public async Task IsSilencedByPragma() => await NamingTest.IsSilencedByPragmaAsync("MET108", "Gauge", "\"a_by_on\"", "bool on");
}
