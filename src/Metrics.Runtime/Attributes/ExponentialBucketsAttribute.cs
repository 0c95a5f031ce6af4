namespace TypedMetrics;

/// <summary>Gives a histogram the bucket upper bounds <c>start * factor^i</c> for i from 0 to count - 1.</summary>
/// <param name="start">The first upper bound, above 0.</param>
/// <param name="factor">The ratio between neighbours, above 1.</param>
/// <param name="count">The number of bounds, at least 1; <c>+Inf</c> comes on top.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ExponentialBucketsAttribute(double start, double factor, int count) : Attribute
{
    /// <summary>The first upper bound.</summary>
    public double Start { get; } = start;

    /// <summary>The ratio between neighbouring bounds.</summary>
    public double Factor { get; } = factor;

    /// <summary>The number of bounds without <c>+Inf</c>.</summary>
    public int Count { get; } = count;
}
