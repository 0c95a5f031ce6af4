namespace TypedMetrics;

/// <summary>Gives a histogram the bucket upper bounds <c>start + width * i</c> for i from 0 to count - 1.</summary>
/// <param name="start">The first upper bound.</param>
/// <param name="width">The distance between neighbours, above 0.</param>
/// <param name="count">The number of bounds, at least 1; <c>+Inf</c> comes on top.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class LinearBucketsAttribute(double start, double width, int count) : Attribute
{
    /// <summary>The first upper bound.</summary>
    public double Start { get; } = start;

    /// <summary>The distance between neighbouring bounds.</summary>
    public double Width { get; } = width;

    /// <summary>The number of bounds without <c>+Inf</c>.</summary>
    public int Count { get; } = count;
}
