using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class SelfMetricTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void CountersAreThereOnceThereIsSomethingToTell()
    {
        var family = _registry.Counter("orders_total", Declare.Closed("kind", "a"), Declare.Closed("sort", "b"));
        Assert.Equal(
            ["typedmetrics_series{metric=\"orders_total\"} 1", "typedmetrics_series_limit{metric=\"orders_total\"} 10000"],
            _registry.Samples("typedmetrics_"));
        _ = family.Overflow(1);
        _ = family.Overflow(1);
        family.At(0).Inc(-1L);
        Assert.Equal(
            [
                "typedmetrics_invalid_updates_total{metric=\"orders_total\"} 1",
                "typedmetrics_label_overflow_total{metric=\"orders_total\",label=\"sort\"} 2",
                "typedmetrics_series{metric=\"orders_total\"} 1",
                "typedmetrics_series_limit{metric=\"orders_total\"} 10000",
            ],
            _registry.Samples("typedmetrics_"));
    }

    [Fact]
    public void OverflowIsCountedInThatLabelAlone()
    {
        var family = _registry.Counter("orders_total", Declare.Closed("kind", "a"), Declare.Closed("sort", "b"));
        family.At((0 * 2) + family.Overflow(1)).Inc();
        Assert.Equal(1, _registry.GetSampleValue("orders_total", ("kind", "a"), ("sort", "other")));
        Assert.Null(_registry.GetSampleValue("typedmetrics_label_overflow_total", ("metric", "orders_total"), ("label", "kind")));
    }

    [Fact]
    public void MetricsWithoutLabelsHaveNoSeriesToWatch()
    {
        _ = _registry.Counter("orders_total");
        Assert.Empty(_registry.Samples("typedmetrics_"));
    }

    [Fact]
    public void CanBeSwitchedOff()
    {
        var family = _registry.Counter("orders_total", Declare.Open("tenant", 1));
        _ = family.Overflow(0);
        _registry.SelfMetrics = false;
        Assert.False(_registry.SelfMetrics);
        Assert.Equal("# TYPE orders_total counter\n", _registry.Text());
        _registry.SelfMetrics = true;
        Assert.Equal(3, _registry.Samples("typedmetrics_").Length);
    }

    [Fact]
    public void GoWithTheirMetric()
    {
        var group = _registry.Group();
        _ = group.Counter(new("orders_total") { Labels = [Declare.Bool("x")] }).Overflow(0);
        Assert.Equal(3, _registry.Samples("typedmetrics_").Length);
        group.Dispose();
        Assert.Empty(_registry.Text());
    }

    [Fact]
    public void ManyMetricsAreWrittenInPieces()
    {
        for (var i = 0; i < 50; i++)
        {
            _ = _registry.Counter($"orders{i:D2}_total", Declare.Bool("x"));
        }

        var source = _registry.FamiliesForScrape(CancellationToken.None).Single(source => source.Descriptor.BaseName == "typedmetrics_series");
        var writer = new LabelWriter();
        var cursor = 0;
        var calls = 1;
        while (!source.WriteSeries(writer, ref cursor))
        {
            calls++;
        }

        Assert.Equal(50, calls);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"metric=\"orders{i:D2}_total\""), writer.Labels);
    }
}
