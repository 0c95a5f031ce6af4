namespace TypedMetrics;

/// <summary>Closes a string label: any other text is counted in the value <c>other</c>.</summary>
/// <param name="values">The texts, each once.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class OneOfAttribute(params string[] values) : Attribute
{
    /// <summary>The texts.</summary>
    public IReadOnlyList<string> Values { get; } = values;
}
