using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class SeriesLimitTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void SeriesBeyondTheMaximumAreCountedWhereEveryLabelIsOther()
    {
        var family = _registry.Group().Counter(new MetricDeclaration("orders_total")
        {
            Labels = [Declare.Open("tenant", 100), Declare.Bool("warm"), Declare.Closed("kind", "a", "b")],
            MaxSeries = 3,
        });
        for (var tenant = 0; tenant < 10; tenant++)
        {
            family.At((((family.Intern(0, $"t{tenant}") * 2) + (tenant % 2)) * 3) + 1).Inc();
        }

        // A label without 'other' keeps its value.
        Assert.Equal(
            [
                """orders_total{tenant="t0",warm="false",kind="b"} 1""",
                """orders_total{tenant="t1",warm="true",kind="b"} 1""",
                """orders_total{tenant="t2",warm="false",kind="b"} 1""",
                """orders_total{tenant="other",warm="false",kind="other"} 3""",
                """orders_total{tenant="other",warm="true",kind="other"} 4""",
            ],
            _registry.Samples("orders_total"));
        Assert.Equal(7, _registry.GetSampleValue("typedmetrics_series_overflow_total", ("metric", "orders_total")));
        Assert.Equal(5, _registry.GetSampleValue("typedmetrics_series", ("metric", "orders_total")));
        Assert.Equal(3, _registry.GetSampleValue("typedmetrics_series_limit", ("metric", "orders_total")));
    }

    [Fact]
    public void TouchedSeriesGoOnCountingAtTheMaximum()
    {
        var family = Limited();
        family.At(0).Inc();
        family.At(1).Inc();
        family.At(2).Inc();
        family.At(0).Inc();
        Assert.Equal(2, family.At(0).Value);
        Assert.Equal(1, _registry.GetSampleValue("orders_total", ("n", "other")));
    }

    [Fact]
    public void RemovedSeriesMakeRoomForOthers()
    {
        var family = Limited();
        family.At(0).Inc(5);
        family.At(1).Inc();
        family.At(0).Remove();
        family.At(2).Inc();
        Assert.Equal(1, _registry.GetSampleValue("orders_total", ("n", "2")));

        // The one that was removed has lost its place, and comes to the overflow series as any other.
        family.At(0).Inc();
        family.At(0).Inc(0.5);
        Assert.Null(_registry.GetSampleValue("orders_total", ("n", "0")));
        Assert.Equal(1.5, _registry.GetSampleValue("orders_total", ("n", "other")));
        Assert.Equal(2, _registry.GetSampleValue("typedmetrics_series_overflow_total", ("metric", "orders_total")));
        family.At(2).Remove();
        family.At(0).Inc();
        Assert.Equal(1, _registry.GetSampleValue("orders_total", ("n", "0")));
    }

    [Fact]
    public void RemovedGaugesAndHistogramsMakeRoomForOthers()
    {
        var declaration = new MetricDeclaration("x") { Labels = [LabelDeclaration.Range("n", 0, 100_000, nullable: false)], MaxSeries = 2 };
        var gauges = _registry.Group().Gauge(declaration);
        gauges.At(0).Set(1);
        gauges.At(1).Set(1);
        gauges.At(0).Remove();
        gauges.At(2).Set(2);
        gauges.At(0).Set(3);
        Assert.Equal(2, _registry.GetSampleValue("x", ("n", "2")));
        Assert.Null(_registry.GetSampleValue("x", ("n", "0")));
        Assert.Equal(3, _registry.GetSampleValue("x", ("n", "other")));

        var other = new CollectorRegistry();
        var histograms = other.Group().Histogram(declaration);
        histograms.At(0).Observe(1);
        histograms.At(1).Observe(1);
        histograms.At(0).Remove();
        histograms.At(2).Observe(2);
        histograms.At(0).Observe(3);
        Assert.Equal(2, other.GetSampleValue("x_sum", ("n", "2")));
        Assert.Null(other.GetSampleValue("x_sum", ("n", "0")));
        Assert.Equal(3, other.GetSampleValue("x_sum", ("n", "other")));
    }

    [Fact]
    public void IsTenThousandUnlessSet()
    {
        _ = _registry.Counter("a_total", Declare.Bool("x"));
        _ = _registry.Group().Counter(new MetricDeclaration("b_total") { Labels = [Declare.Bool("x")], MaxSeries = 0 });
        Assert.Equal(10_000, _registry.GetSampleValue("typedmetrics_series_limit", ("metric", "a_total")));
        Assert.Equal(10_000, _registry.GetSampleValue("typedmetrics_series_limit", ("metric", "b_total")));
    }

    private CounterFamily Limited() => _registry.Group().Counter(new MetricDeclaration("orders_total")
    {
        Labels = [LabelDeclaration.Range("n", 0, 1000, nullable: false)],
        MaxSeries = 2,
    });
}
