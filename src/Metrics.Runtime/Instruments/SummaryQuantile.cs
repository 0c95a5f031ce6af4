namespace TypedMetrics;

/// <summary>One quantile of a summary as it was read.</summary>
/// <param name="Quantile">The quantile, from 0 to 1: 0.99 for the 99th percentile.</param>
/// <param name="Value">Its value, in the metric's unit; NaN where nothing was observed of late.</param>
public readonly record struct SummaryQuantile(double Quantile, double Value);
