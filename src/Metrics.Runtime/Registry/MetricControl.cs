namespace TypedMetrics;

/// <summary>
/// What can be changed of a metric while the program runs, by configuration for example: see
/// <see cref="CollectorRegistry.Controls"/>. Not thread-safe; the registry takes a copy.
/// </summary>
public sealed class MetricControl
{
    /// <summary>Whether the metric is left out of the scrapes. It keeps counting.</summary>
    public bool Disabled { get; set; }

    /// <summary>
    /// How many of its series may be touched; not negative. More than the declaration allows has no effect. Series that are
    /// touched already stay.
    /// </summary>
    public int? MaxSeries { get; set; }

    /// <summary>
    /// How many texts a label with <c>[MaxValues]</c> may have, by its name; not negative. More than the declaration allows has no
    /// effect. Texts that are known already stay.
    /// </summary>
    public IDictionary<string, int> MaxValues { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>
    /// Labels that are left out of the scrapes. Series that differ in nothing else are shown as one: counters, gauges, histograms
    /// and a summary's count and sum are added up; quantiles, which cannot be added, are NaN. A label with <c>[MaxValues]</c> takes
    /// no new texts while it is folded.
    /// </summary>
    public ISet<string> FoldedLabels { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
