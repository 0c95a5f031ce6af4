namespace TypedMetrics;

/// <summary>
/// Declares a gauge that is read at every scrape, on an ordinary property, field, or method of a partial type that gives a
/// number; <see langword="null"/> is no sample. A method is called once for each combination of its parameters, which are
/// labels: an enum, a <see cref="bool"/>, a string with <see cref="OneOfAttribute"/> or an integer with
/// <see cref="InRangeAttribute"/>.
/// </summary>
/// <remarks>
/// The member is read on a thread of the pool, possibly while the program changes what it reads. One that throws, or takes
/// longer than the scrape has time, costs this metric alone in that scrape, is counted in
/// <c>typedmetrics_collector_errors_total{collector}</c> and is reported in <see cref="CollectorRegistry.Problems"/>; it is not
/// called again before it has returned.
/// </remarks>
/// <param name="name">The metric's name: see <see cref="MetricAttribute.Name"/>.</param>
/// <param name="help">The help text: see <see cref="MetricAttribute.Help"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ObservableGaugeAttribute(string name, string? help = null) : MetricAttribute(name, help);
