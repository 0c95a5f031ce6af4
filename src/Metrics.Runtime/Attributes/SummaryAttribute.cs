namespace TypedMetrics;

/// <summary>
/// Declares a <see cref="Summary"/>, with quantiles of a sliding window, on a partial property (no labels) or a partial
/// method (its parameters are the labels) of a partial type.
/// </summary>
/// <param name="name">The metric's name: see <see cref="MetricAttribute.Name"/>.</param>
/// <param name="help">The help text: see <see cref="MetricAttribute.Help"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class SummaryAttribute(string name, string? help = null) : MetricAttribute(name, help)
{
    /// <summary>
    /// The quantiles that are exposed, each above 0 and below 1, strictly increasing; an empty list leaves <c>_sum</c> and
    /// <c>_count</c>. Unset: 0.5, 0.9 and 0.99 for a property; none for a method, since quantiles of several series cannot be
    /// put together.
    /// </summary>
    public double[]? Quantiles { get; set; }

    /// <summary>For how long an observation counts in the quantiles, in seconds, at most 30 days. Unset: 600.</summary>
    public double MaxAgeSeconds { get; set; }

    /// <summary>
    /// In how many parts the observations leave the window, 1 to 100: with 5, as it is unset, the quantiles are of the last
    /// 80 to 100 % of <see cref="MaxAgeSeconds"/>.
    /// </summary>
    public int AgeBuckets { get; set; }
}
