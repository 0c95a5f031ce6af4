using TypedMetrics.Rules;

namespace TypedMetrics.Runtime.Tests.Rules;

public sealed class MetricNamesTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("_", true)]
    [InlineData(":a:b", true)]
    [InlineData("http_requests_total", true)]
    [InlineData("A9", true)]
    [InlineData("9a", false)]
    [InlineData("a-b", false)]
    [InlineData("a.b", false)]
    [InlineData("é", false)]
    [InlineData("a b", false)]
    [InlineData("a\n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void AcceptsWhatEveryPrometheusReads(string? name, bool valid) => Assert.Equal(valid, MetricNames.IsValid(name));

    [Theory]
    [InlineData(MetricType.Counter, "orders_total", "orders", "orders_total")]
    [InlineData(MetricType.Counter, "orders", "orders", "orders_total")]
    [InlineData(MetricType.Counter, "_total", "_total", "_total_total")]
    [InlineData(MetricType.Gauge, "orders_total", "orders_total", "orders_total")]
    [InlineData(MetricType.Histogram, "size", "size", "size")]
    [InlineData(MetricType.Info, "build", "build", "build_info")]
    [InlineData(MetricType.Info, "build_info", "build", "build_info")]
    [InlineData(MetricType.Info, "_info", "_info", "_info_info")]
    [InlineData(MetricType.StateSet, "state_info", "state_info", "state_info")]
    public void DerivesBaseAndTextName(MetricType type, string name, string baseName, string textName)
    {
        Assert.Equal(baseName, MetricNames.BaseName(type, name));
        Assert.Equal(textName, MetricNames.TextName(type, baseName));
    }

    [Theory]
    [InlineData(MetricType.Counter, "x,x_created,x_total")]
    [InlineData(MetricType.Gauge, "x")]
    [InlineData(MetricType.Histogram, "x,x_bucket,x_count,x_created,x_sum")]
    [InlineData(MetricType.Summary, "x,x_count,x_created,x_sum")]
    [InlineData(MetricType.StateSet, "x")]
    [InlineData(MetricType.Info, "x,x_info")]
    [InlineData(MetricType.Unknown, "x")]
    public void ReservesEachNameThatATypeCanExpose(MetricType type, string names) =>
        Assert.Equal(names, string.Join(',', MetricNames.Reserved(type, "x").Order(StringComparer.Ordinal)));
}
