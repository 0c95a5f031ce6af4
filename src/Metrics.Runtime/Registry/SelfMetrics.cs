using TypedMetrics.Exposition;

namespace TypedMetrics.Registry;

/// <summary>What the library counts of itself.</summary>
internal static class SelfMetrics
{
    /// <summary><c>typedmetrics_collector_errors_total</c></summary>
    public static readonly FamilyDescriptor CollectorErrors = new(
        MetricType.Counter,
        "typedmetrics_collector_errors",
        "Scrapes in which a collector, a callback, or a family of theirs, was left out because it failed, was late or clashed.",
        unit: null);

    /// <summary>The metrics that have a series for each of the registry's families.</summary>
    public static readonly SelfMetric[] All =
    [
        new LabelOverflowMetric(),
        new FamilySelfMetric(
            MetricType.Counter,
            "typedmetrics_invalid_updates",
            "Updates that were ignored: a counter's negative, NaN or infinite amount, a histogram's or summary's NaN, a state that is none.",
            family => family.InvalidUpdates is var count and > 0 ? count : null),
        new FamilySelfMetric(
            MetricType.Counter,
            "typedmetrics_exemplars_dropped",
            "Exemplars that were dropped: their labels have more than 128 characters, or an invalid name.",
            family => family.ExemplarsDropped is var count and > 0 ? count : null),
        new FamilySelfMetric(
            MetricType.Counter,
            "typedmetrics_series_overflow",
            "Updates that were counted in the overflow series because the metric's maximum of series was touched.",
            family => family.SeriesOverflows is var count and > 0 ? count : null),
        new FamilySelfMetric(
            MetricType.Gauge,
            "typedmetrics_series",
            "Series of a labelled metric that are touched.",
            family => family.Labels.IsEmpty ? null : family.SeriesTouched),
        new FamilySelfMetric(
            MetricType.Gauge,
            "typedmetrics_series_limit",
            "Series of a labelled metric that may be touched.",
            family => family.Labels.IsEmpty ? null : family.MaxSeries),
    ];

    /// <summary>What a scrape says of all of them.</summary>
    public static IEnumerable<FamilyDescriptor> Descriptors => All.Select(metric => metric.Descriptor).Append(CollectorErrors);

    /// <summary>Whether a name is one of the self-metrics' or of their samples.</summary>
    public static bool Reserves(string name) => Descriptors.Any(descriptor => descriptor.Reserves(name));
}
