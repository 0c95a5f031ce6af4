namespace TypedMetrics;

/// <summary>
/// Bounds an open string label: the first <paramref name="maximum"/> different texts get a series each, what comes
/// later is counted in the value <c>other</c>. Each such label of each instrument has its own values per registry.
/// </summary>
/// <param name="maximum">How many different texts, at least 1.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class MaxValuesAttribute(int maximum) : Attribute
{
    /// <summary>How many different texts get a series.</summary>
    public int Maximum { get; } = maximum;

    /// <summary>Says that running into the maximum is meant: silences MET210 to MET213 for this label.</summary>
    public bool ExpectOverflow { get; set; }
}
