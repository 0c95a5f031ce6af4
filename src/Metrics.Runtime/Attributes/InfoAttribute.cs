namespace TypedMetrics;

/// <summary>
/// Declares an <see cref="Info"/>, facts about the process such as its version, on a partial method of a partial type; its
/// parameters are the labels, which carry the facts.
/// </summary>
/// <param name="name">
/// The metric's name: see <see cref="MetricAttribute.Name"/>. It is exposed with the ending <c>_info</c>, which is appended
/// where it is missing.
/// </param>
/// <param name="help">The help text: see <see cref="MetricAttribute.Help"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class InfoAttribute(string name, string? help = null) : MetricAttribute(name, help);
