namespace TypedMetrics;

/// <summary>What every attribute that declares a metric has in common.</summary>
public abstract class MetricAttribute : Attribute
{
    private protected MetricAttribute(string name, string? help)
    {
        Name = name;
        Help = help;
    }

    /// <summary>
    /// The metric's name, as Prometheus shows it, without the group's prefix: <c>[a-zA-Z_:][a-zA-Z0-9_:]*</c>.
    /// A counter's name ends in <c>_total</c>; the ending is appended where it is missing.
    /// </summary>
    public string Name { get; }

    /// <summary>The help text. <see langword="null"/> takes the member's <c>&lt;summary&gt;</c>, if it has one.</summary>
    public string? Help { get; }

    /// <summary>
    /// The unit, as OpenMetrics means it (<c>seconds</c>, <c>bytes</c>): it must be the last word of the name, before
    /// <c>_total</c>. Unset: the name's last word, where that is a known base unit.
    /// </summary>
    public string? Unit { get; set; }

    /// <summary>
    /// How many lines of a scrape this metric may reach before MET204 reports it. Unset: the group's, then the
    /// project's <c>metrics_series_budget</c>, then 1,000.
    /// </summary>
    public int SeriesBudget { get; set; }

    /// <summary>
    /// How many series may be touched at run time; further ones are counted in the series in which every label is
    /// <c>other</c>. Unset: 10,000.
    /// </summary>
    public int MaxSeries { get; set; }

    /// <summary>
    /// Whether every declared combination of closed labels is exposed with 0 from the first scrape. Unset: the group's
    /// setting, else counters, histograms and summaries are while they make at most 128 lines. Has no effect on open labels.
    /// </summary>
    public bool Preinitialize { get; set; }
}
