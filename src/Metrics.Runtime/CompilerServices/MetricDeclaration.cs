using System.ComponentModel;
using TypedMetrics.Rules;

namespace TypedMetrics.CompilerServices;

/// <summary>What generated code knows of a metric. Immutable once handed over.</summary>
/// <param name="name">The group's prefix and the declared name: <c>shop_http_requests_total</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MetricDeclaration(string name)
{
    /// <summary>How many series may be touched unless the declaration says otherwise.</summary>
    public const int DefaultMaxSeries = SeriesCount.DefaultMaxSeries;

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The help text.</summary>
    public string? Help { get; init; }

    /// <summary>The unit, the last word of the name before <c>_total</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>The labels, the slowest in the series index first.</summary>
    public LabelDeclaration[] Labels { get; init; } = [];

    /// <summary>A histogram's finite upper bounds, strictly increasing; <see langword="null"/> for the default.</summary>
    public double[]? Buckets { get; init; }

    /// <summary>A summary's quantiles, strictly increasing; <see langword="null"/> for the default.</summary>
    public double[]? Quantiles { get; init; }

    /// <summary>A summary's window in seconds; 0 or less for the default.</summary>
    public double MaxAgeSeconds { get; init; }

    /// <summary>The parts in which observations leave a summary's window; 0 or less for the default.</summary>
    public int AgeBuckets { get; init; }

    /// <summary>The states of a state set, <see cref="StateNames.Maximum"/> at most.</summary>
    public string[] States { get; init; } = [];

    /// <summary>The numbers of the enum members behind the states; <see langword="null"/> for 0, 1, 2 ….</summary>
    public long[]? StateNumbers { get; init; }

    /// <summary>Whether a counter or histogram takes exemplars from the current activity.</summary>
    public bool Exemplars { get; init; }

    /// <summary>How many series may be touched; below 1 means <see cref="DefaultMaxSeries"/>.</summary>
    public int MaxSeries { get; init; } = DefaultMaxSeries;

    /// <summary>Whether closed label sets are exposed with 0 before they are touched; <see langword="null"/> lets the size decide.</summary>
    public bool? Preinitialize { get; init; }

    /// <summary>A summary's quantiles.</summary>
    internal IReadOnlyList<double> StatedOrDefaultQuantiles => Quantiles ?? SummaryWindow.QuantilesOf(Labels.Length);

    /// <summary>Whether the metric's own series have a label of that name: one of its labels, or the one of the states.</summary>
    internal bool HasLabel(string name) =>
        Array.Exists(Labels, label => label.Name == name) || (States.Length > 0 && Name == name);
}
