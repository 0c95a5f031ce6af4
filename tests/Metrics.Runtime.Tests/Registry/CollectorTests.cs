using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class CollectorTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void CollectorsFamiliesAreReadAtEachScrape()
    {
        var value = 0;
        var collector = new Collector(sink => sink.Family(MetricType.Gauge, "made", "Made.").Gauge(++value, ("kind", "a")));
        _registry.Register(collector);
        _registry.Register(collector);
        Assert.Equal(1, _registry.GetSampleValue("made", ("kind", "a")));
        Assert.Equal(2, _registry.GetSampleValue("made", ("kind", "a")));
        Assert.True(_registry.Unregister(collector));
        Assert.False(_registry.Unregister(collector));
        Assert.Null(_registry.GetSampleValue("made", ("kind", "a")));
        Assert.Equal(2, value);
    }

    [Fact]
    public void CollectorThatThrowsCostsItsOwnFamiliesAndIsCountedAndReportedOnce()
    {
        _registry.Register(new Collector(sink =>
        {
            sink.Family(MetricType.Gauge, "half").Gauge(1);
            throw new InvalidOperationException("no connection");
        }));
        _registry.Register(new Collector(sink => sink.Family(MetricType.Gauge, "made").Gauge(1)));
        _registry.Gauge("level").At(0).Set(1);
        _ = _registry.Text();
        Assert.Equal(1, _registry.GetSampleValue("made"));
        Assert.Equal(1, _registry.GetSampleValue("level"));
        Assert.Null(_registry.GetSampleValue("half"));
        Assert.Equal(5, _registry.GetSampleValue("typedmetrics_collector_errors_total", ("collector", typeof(Collector).FullName!)));
        var problem = Assert.Single(_registry.Problems);
        Assert.Equal(typeof(Collector).FullName, problem.Subject);
        Assert.Contains("no connection", problem.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(problem.Exception);
    }

    [Fact]
    public void FamilyThatClashesIsLeftOutAndTheRestIsWhole()
    {
        _registry.Histogram("size", [1]).At(0).Observe(1);
        _registry.Register(new Collector(sink =>
        {
            sink.Family(MetricType.Counter, "size_count").Counter(7);
            sink.Family(MetricType.Gauge, "made").Gauge(1);
        }));
        _registry.Register(new Collector(sink => sink.Family(MetricType.Gauge, "made").Gauge(2)));
        _registry.Register(new Collector(sink => sink.Family(MetricType.Gauge, "typedmetrics_series").Gauge(2)));
        Assert.Equal(1, _registry.GetSampleValue("made"));
        Assert.Equal(1, _registry.GetSampleValue("size_count"));
        Assert.Equal(6, _registry.GetSampleValue("typedmetrics_collector_errors_total", ("collector", typeof(Collector).FullName!)) - 3);
        Assert.Equal(3, _registry.Problems.Count);
    }

    [Fact]
    public void CollectorMayAskItsRegistry()
    {
        _registry.Gauge("level").At(0).Set(3);
        _registry.Register(new Collector(sink => sink.Family(MetricType.Gauge, "twice").Gauge(2 * _registry.GetSampleValue("level")!.Value)));
        _registry.Register(new Collector(sink => sink.Family(MetricType.Gauge, "registered").Gauge(_registry.Gauge("late").At(0).Value)));
        Assert.Equal(6, _registry.GetSampleValue("twice"));
        Assert.Equal(0, _registry.GetSampleValue("late"));
        Assert.Empty(_registry.Problems);
    }

    [Fact]
    public void CancelledScrapeEndsBeforeTheNextCollector()
    {
        using var cancellation = new CancellationTokenSource();
        _registry.Register(new Collector(_ => cancellation.Cancel()));
        _registry.Register(new Collector(_ => Assert.Fail("must not be asked")));
        Assert.Throws<OperationCanceledException>(() => _registry.FamiliesForScrape(cancellation.Token));
        Assert.Empty(_registry.Problems);
    }
}
