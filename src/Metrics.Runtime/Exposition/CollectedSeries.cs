namespace TypedMetrics.Exposition;

/// <summary>One series of a collected family.</summary>
/// <param name="Labels">The label pairs, escaped, without braces.</param>
/// <param name="Value">The value; a histogram's sum.</param>
/// <param name="UpperBounds">A histogram's bounds.</param>
/// <param name="Counts">A histogram's counts per bucket, not cumulative.</param>
internal readonly record struct CollectedSeries(byte[] Labels, double Value, double[] UpperBounds, long[] Counts)
{
    /// <summary>A state set's states.</summary>
    public StateLabels? States { get; init; }

    /// <summary>A state set's true states, a bit each.</summary>
    public long SetStates { get; init; }
}
