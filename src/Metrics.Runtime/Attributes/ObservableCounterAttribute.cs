namespace TypedMetrics;

/// <summary>
/// Declares a counter that is read at every scrape: see <see cref="ObservableGaugeAttribute"/> for the members that it can
/// stand on, and for what happens where one throws or is slow.
/// </summary>
/// <remarks>
/// A counter does not go back while the process lives. Where the member gives less than it has given before, the highest value
/// stays; a negative one, NaN or an infinity is ignored. Both are counted in <c>typedmetrics_invalid_updates_total</c>.
/// </remarks>
/// <param name="name">The metric's name: see <see cref="MetricAttribute.Name"/>.</param>
/// <param name="help">The help text: see <see cref="MetricAttribute.Help"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ObservableCounterAttribute(string name, string? help = null) : MetricAttribute(name, help);
