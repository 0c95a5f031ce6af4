namespace TypedMetrics;

/// <summary>One bucket of a histogram as it was read.</summary>
/// <param name="UpperBound">The inclusive upper bound, in the metric's unit; infinite for the last.</param>
/// <param name="CumulativeCount">How many observations are not above the bound.</param>
public readonly record struct HistogramBucket(double UpperBound, long CumulativeCount);
