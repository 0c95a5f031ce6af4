namespace TypedMetrics.Churn;

/// <summary>Whoever is there now.</summary>
[OpenLabel(400), ExpireAfter(1)]
public readonly partial struct Visitor;

/// <summary>Metrics of visitors that come and go.</summary>
[MetricGroup(Prefix = "churn_"), ExpireAfter(1)]
internal sealed partial class ChurnMetrics
{
    [Counter("visits_total")]
    public partial Counter Visits(Visitor visitor);

    /// <summary>Far more series than an array has room for: their indexes are hashed.</summary>
    [Counter("pages_total", MaxSeries = 5_000, SeriesBudget = 1_000_000)]
    public partial Counter Pages(Visitor visitor, [MaxValues(2_000)] string page);

    [Gauge("level")]
    public partial Gauge Level([MaxValues(400)] string tenant);

    [Histogram("wait_seconds", Buckets = [0.1, 1], SeriesBudget = 3_000)]
    public partial Histogram Wait([MaxValues(400)] string tenant);
}
