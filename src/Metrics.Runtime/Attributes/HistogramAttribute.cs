namespace TypedMetrics;

/// <summary>
/// Declares a <see cref="Histogram"/> with fixed buckets on a partial property (no labels) or a partial method (its
/// parameters are the labels) of a partial type.
/// </summary>
/// <param name="name">The metric's name: see <see cref="MetricAttribute.Name"/>.</param>
/// <param name="help">The help text: see <see cref="MetricAttribute.Help"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class HistogramAttribute(string name, string? help = null) : MetricAttribute(name, help)
{
    /// <summary>
    /// The inclusive upper bounds of the buckets, finite and strictly increasing; <c>+Inf</c> is added. Unset: the
    /// bounds of <see cref="ExponentialBucketsAttribute"/> or <see cref="LinearBucketsAttribute"/>, else 0.005 to 10
    /// (made for seconds, the same as in Prometheus' Python client).
    /// </summary>
    public double[]? Buckets { get; set; }

    /// <summary>
    /// Whether each update takes the trace and span of the current activity as its exemplar, where that is recorded. It is
    /// looked at in each update then, which costs some nanoseconds; unset, only an <see cref="Exemplar"/> that is given counts.
    /// </summary>
    public bool Exemplars { get; set; }
}
