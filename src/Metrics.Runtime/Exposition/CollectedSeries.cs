namespace TypedMetrics.Exposition;

/// <summary>One series of a collected family.</summary>
/// <param name="Labels">The label pairs, escaped, without braces.</param>
/// <param name="Value">The value; the sum of a histogram or summary.</param>
internal readonly record struct CollectedSeries(byte[] Labels, double Value)
{
    /// <summary>A histogram's bounds.</summary>
    public double[] UpperBounds { get; init; } = [];

    /// <summary>A histogram's counts per bucket, not cumulative; a summary's count.</summary>
    public long[] Counts { get; init; } = [];

    /// <summary>A summary's quantiles.</summary>
    public double[] Quantiles { get; init; } = [];

    /// <summary>The values of the quantiles.</summary>
    public double[] QuantileValues { get; init; } = [];

    /// <summary>A state set's states.</summary>
    public StateLabels? States { get; init; }

    /// <summary>A state set's true states, a bit each.</summary>
    public long SetStates { get; init; }
}
