using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class GetSampleValueTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void FindsTheExactLabelSetInAnyOrder()
    {
        var family = _registry.Gauge("level", Declare.Closed("kind", "a,b=\"c\"", "d"), Declare.Bool("warm"));
        family.At(1).Set(7);
        Assert.Equal(7, _registry.GetSampleValue("level", ("kind", "a,b=\"c\""), ("warm", "true")));
        Assert.Equal(7, _registry.GetSampleValue("level", ("warm", "true"), ("kind", "a,b=\"c\"")));
        Assert.Null(_registry.GetSampleValue("level"));
        Assert.Null(_registry.GetSampleValue("level", ("kind", "a,b=\"c\"")));
        Assert.Null(_registry.GetSampleValue("level", ("kind", "a,b=\"c\""), ("warm", "false")));
        Assert.Null(_registry.GetSampleValue("level", ("kind", "a,b=\"c\""), ("warm", "true"), ("zone", "a")));
        Assert.Null(_registry.GetSampleValue("level", ("kind", "a,b=\"c\""), ("warm", "true"), ("warm", "true")));
    }

    [Fact]
    public void KnowsSamplesByTheirExposedNames()
    {
        _registry.Counter("orders").At(0).Inc(3);
        Assert.Equal(3, _registry.GetSampleValue("orders_total"));
        Assert.Null(_registry.GetSampleValue("orders"));
        _registry.Histogram("size", [1]).At(0).Observe(2);
        Assert.Equal(1, _registry.GetSampleValue("size_count"));
        Assert.Equal(2, _registry.GetSampleValue("size_sum"));
        Assert.Equal(0, _registry.GetSampleValue("size_bucket", ("le", "1.0")));
        Assert.Null(_registry.GetSampleValue("size"));
        Assert.Null(_registry.GetSampleValue("size_sum", ("le", "1.0")));
        Assert.Null(_registry.GetSampleValue("size_total"));
        Assert.Null(_registry.GetSampleValue("nothing"));
    }

    [Fact]
    public void ReadsWhatCollectorsMake()
    {
        _registry.Register(new Collector(sink =>
        {
            sink.Family(MetricType.Unknown, "u").Unknown(1);
            sink.Family(MetricType.Counter, "c").Counter(0.5, ("a", "b"));
            sink.Family(MetricType.Histogram, "h").Histogram([1], [2, 3], 4.5);
            sink.Family(MetricType.Summary, "s").Summary([new(0.5, 7)], 2, 14);
        }));
        Assert.Equal(1, _registry.GetSampleValue("u"));
        Assert.Equal(0.5, _registry.GetSampleValue("c_total", ("a", "b")));
        Assert.Equal(5, _registry.GetSampleValue("h_bucket", ("le", "+Inf")));
        Assert.Equal(7, _registry.GetSampleValue("s", ("quantile", "0.5")));
        Assert.Equal(2, _registry.GetSampleValue("s_count"));
        Assert.Equal(14, _registry.GetSampleValue("s_sum"));
        Assert.Null(_registry.GetSampleValue("s"));
        Assert.Null(_registry.GetSampleValue("s", ("quantile", "0.9")));
        Assert.Null(_registry.GetSampleValue("c_created", ("a", "b")));
    }
}
