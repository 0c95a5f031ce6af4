namespace TypedMetrics.Runtime.Tests.Server;

/// <summary>A collector out of a delegate, and a registry with nothing else in it.</summary>
internal sealed class TestCollector(Action<MetricSink> collect) : ICollector
{
    public void Collect(MetricSink sink) => collect(sink);

    public static CollectorRegistry Registry(Action<MetricSink> collect)
    {
        var registry = new CollectorRegistry { SelfMetrics = false };
        registry.Register(new TestCollector(collect));
        return registry;
    }

    /// <summary>Two small families.</summary>
    public static CollectorRegistry Small() => Registry(sink =>
    {
        sink.Family(MetricType.Counter, "jobs_total", "Jobs done.").Counter(3, ("queue", "a")).Counter(4, ("queue", "b"));
        sink.Family(MetricType.Gauge, "size_bytes", "Size.", "bytes").Gauge(17);
    });

    /// <summary>A family of so many series, some 60 bytes each.</summary>
    public static CollectorRegistry Large(int series) => Registry(sink =>
    {
        var family = sink.Family(MetricType.Gauge, "numbers");
        for (var i = 0; i < series; i++)
        {
            family.Gauge(i, ("ordinal", i.ToString("D20", System.Globalization.CultureInfo.InvariantCulture)), ("padding", "0123456789"));
        }
    });

    /// <summary>More than sockets buffer: 40 series of half a megabyte.</summary>
    public static CollectorRegistry Bulky() => Registry(sink =>
    {
        var family = sink.Family(MetricType.Gauge, "bulky");
        for (var i = 0; i < 40; i++)
        {
            family.Gauge(i, ("text", new string((char)('A' + i), 500_000)));
        }
    });
}
