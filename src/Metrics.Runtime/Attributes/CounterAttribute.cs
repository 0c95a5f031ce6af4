namespace TypedMetrics;

/// <summary>
/// Declares a <see cref="Counter"/>, a value that only goes up, on a partial property (no labels) or a partial method
/// (its parameters are the labels) of a partial type.
/// </summary>
/// <param name="name">The metric's name: see <see cref="MetricAttribute.Name"/>.</param>
/// <param name="help">The help text: see <see cref="MetricAttribute.Help"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CounterAttribute(string name, string? help = null) : MetricAttribute(name, help)
{
    /// <summary>
    /// Whether each update takes the trace and span of the current activity as its exemplar, where that is recorded. It is
    /// looked at in each update then, which costs some nanoseconds; unset, only an <see cref="Exemplar"/> that is given counts.
    /// </summary>
    public bool Exemplars { get; set; }
}
