namespace TypedMetrics.Runtime.Tests.Registry;

/// <summary>A collector out of a delegate.</summary>
internal sealed class Collector(Action<MetricSink> collect) : ICollector
{
    public void Collect(MetricSink sink) => collect(sink);
}
