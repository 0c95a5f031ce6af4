namespace TypedMetrics.Memory;

/// <summary>Metrics with many series; up to 4,096 declared ones are an array, more a hash table of those that are touched.</summary>
internal sealed partial class MemoryMetrics
{
    [Counter("array_orders_total", SeriesBudget = 5_000)]
    public partial Counter DenseCounter([InRange(1, 4_000)] int number);

    [Counter("table_orders_total", SeriesBudget = 200_000, MaxSeries = 200_000)]
    public partial Counter HashedCounter([InRange(1, 200_000)] int number);

    [Gauge("array_level", SeriesBudget = 5_000)]
    public partial Gauge DenseGauge([InRange(1, 4_000)] int number);

    [Gauge("table_level", SeriesBudget = 200_000, MaxSeries = 200_000)]
    public partial Gauge HashedGauge([InRange(1, 200_000)] int number);

    [Histogram("array_wait_seconds", Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], SeriesBudget = 100_000)]
    public partial Histogram DenseHistogram([InRange(1, 4_000)] int number);

    [Histogram("table_wait_seconds", Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], SeriesBudget = 2_000_000, MaxSeries = 200_000)]
    public partial Histogram HashedHistogram([InRange(1, 100_000)] int number);

    [Summary("work_seconds", Quantiles = [0.5, 0.9, 0.99], SeriesBudget = 100_000)]
    public partial Summary Summary([InRange(1, 4_000)] int number);

    [Summary("rest_seconds", Quantiles = [], SeriesBudget = 100_000)]
    public partial Summary SumAndCount([InRange(1, 4_000)] int number);

    [Counter("open_total", SeriesBudget = 200_000, MaxSeries = 1)]
    public partial Counter Open([MaxValues(100_000)] string text);
}
