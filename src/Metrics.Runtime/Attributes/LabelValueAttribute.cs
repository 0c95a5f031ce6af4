namespace TypedMetrics;

/// <summary>The text of an enum member as a label value: <c>[LabelValue("/api/cart")] Cart</c>.</summary>
/// <param name="value">The text, not empty, and different from that of the enum's other numbers.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelValueAttribute(string value) : Attribute
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;
}
