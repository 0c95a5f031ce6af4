using TypedMetrics.Runtime.Tests.Server;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class NestedCollectionTests
{
    [Fact]
    public void CollectorSeesTheCollectorsOfAnotherRegistry()
    {
        var other = TestCollector.Registry(sink => sink.Family(MetricType.Gauge, "inner").Gauge(7));
        var registry = TestCollector.Registry(sink => sink.Family(MetricType.Gauge, "outer").Gauge(other.GetSampleValue("inner") ?? -1));

        Assert.Equal(7, registry.GetSampleValue("outer"));
        Assert.Equal(7, registry.GetSampleValue("outer"));
    }

    [Fact]
    public void RegistriesThatAskEachOtherComeToAnEnd()
    {
        var first = new CollectorRegistry();
        var second = TestCollector.Registry(sink => sink.Family(MetricType.Gauge, "b").Gauge(first.GetSampleValue("a") ?? -1));
        first.Register(new TestCollector(sink => sink.Family(MetricType.Gauge, "a").Gauge(second.GetSampleValue("b") ?? -2)));

        Assert.Equal(-1, first.GetSampleValue("a"));
        Assert.Equal(-2, second.GetSampleValue("b"));
    }

    [Fact]
    public void CollectorThatThrowsIsAskedAgain()
    {
        var asked = 0;
        var registry = TestCollector.Registry(_ => throw new InvalidOperationException($"{++asked}"));

        Assert.Null(registry.GetSampleValue("a"));
        Assert.Null(registry.GetSampleValue("a"));
        Assert.Equal(2, asked);
    }
}
