namespace TypedMetrics;

/// <summary>Closes an integer label: a number outside the range is counted in the value <c>other</c>.</summary>
/// <param name="minimum">The lowest value, inclusive.</param>
/// <param name="maximum">The highest value, inclusive.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class InRangeAttribute(long minimum, long maximum) : Attribute
{
    /// <summary>The lowest value, inclusive.</summary>
    public long Minimum { get; } = minimum;

    /// <summary>The highest value, inclusive.</summary>
    public long Maximum { get; } = maximum;
}
