namespace TypedMetrics;

/// <summary>
/// Declares a <see cref="StateSet{TState}"/>, the states that something can be in, on a partial property (no labels) or a
/// partial method (its parameters are the labels) of a partial type. Its states are the members of the enum.
/// </summary>
/// <param name="name">The metric's name: see <see cref="MetricAttribute.Name"/>. The states' label is called so, too.</param>
/// <param name="help">The help text: see <see cref="MetricAttribute.Help"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class StateSetAttribute(string name, string? help = null) : MetricAttribute(name, help)
{
    /// <summary>How the states are written that have no <see cref="LabelValueAttribute"/>; snake_case unless set.</summary>
    public LabelCase Case { get; set; }
}
