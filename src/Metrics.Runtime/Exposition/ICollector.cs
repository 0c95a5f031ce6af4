namespace TypedMetrics;

/// <summary>
/// Makes metric families at each scrape, from values that live elsewhere. Handed over by
/// <c>CollectorRegistry.Register</c>.
/// </summary>
/// <remarks>
/// A collector is called once per scrape, by several threads where scrapes overlap. One that throws costs its own
/// families of that scrape; the rest is whole, and the error is counted in
/// <c>typedmetrics_collector_errors_total{collector}</c>.
/// </remarks>
public interface ICollector
{
    /// <summary>Gives the families as they are now.</summary>
    /// <param name="sink">Takes them. It must not be kept beyond the call.</param>
    void Collect(MetricSink sink);
}
