namespace TypedMetrics.EndToEnd.Tests.AllKinds;

/// <summary>Each instrument with each kind of label.</summary>
[MetricGroup(Prefix = "all_", SeriesBudget = 10_000_000)]
public sealed partial class AllKindsMetrics
{
    public int Top { get; init; } = 7;

    public int Beats { get; init; } = 10;

    [Counter("calls_total", "Calls answered.")]
    public partial Counter Calls(AllKindsLabels labels);

    [Gauge("depth", "How far down it goes.")]
    public partial Gauge Depth(AllKindsLabels labels);

    [Histogram("wait_seconds", "Time until an answer.", Buckets = [0.5, 1])]
    public partial Histogram Wait(AllKindsLabels labels);

    [Summary("size_bytes", "What was sent.", Quantiles = [0.5])]
    public partial Summary Size(AllKindsLabels labels);

    [StateSet("door", "How the way in stands.")]
    public partial StateSet<Shade> Door(AllKindsLabels labels);

    [Info("build_info", "What runs.")]
    public partial Info Build(AllKindsLabels labels);

    [ObservableGauge("level", "Where the water stands.")]
    public int Level(Shade shade, [OneOf("hit", "miss")] string result, bool? sunny) =>
        shade == Shade.Light && result == "hit" && sunny is true ? Top : 1;

    [ObservableCounter("ticks_total", "Beats of the clock.")]
    public long Ticks(Height height) => Beats + (int)height;
}
