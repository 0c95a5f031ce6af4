namespace TypedMetrics;

/// <summary>A sample of the values that did not fit a label and were counted in its overflow value.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Label">The label.</param>
/// <param name="Value">One such value, at most its first 64 characters; what users type may be in it.</param>
/// <param name="Count">How many there have been in all.</param>
public readonly record struct LabelOverflow(string Metric, string Label, string Value, long Count);
