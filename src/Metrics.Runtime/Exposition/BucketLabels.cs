namespace TypedMetrics.Exposition;

/// <summary>
/// The ends of a histogram's bucket samples, <c>le="0.5"} </c>, encoded once per family. The bounds are written in
/// OpenMetrics' canonical form in every text format, so that one bucket never becomes two series.
/// </summary>
internal sealed class BucketLabels
{
    private readonly double[] _upperBounds;
    private readonly byte[][] _ends;

    /// <summary>Encodes the bounds and <c>+Inf</c>.</summary>
    public BucketLabels(ReadOnlySpan<double> upperBounds)
    {
        _upperBounds = upperBounds.ToArray();
        _ends = new byte[upperBounds.Length + 1][];
        for (var i = 0; i < _ends.Length; i++)
        {
            _ends[i] = Encode(i < upperBounds.Length ? upperBounds[i] : double.PositiveInfinity);
            LongestEnd = Math.Max(LongestEnd, _ends[i].Length);
        }
    }

    /// <summary>The length of the longest end.</summary>
    public int LongestEnd { get; }

    /// <summary>The end of the bucket with this ordinal; the last is <c>+Inf</c>.</summary>
    public ReadOnlySpan<byte> this[int bucket] => _ends[bucket];

    /// <summary>Whether these are the labels of the bounds.</summary>
    public bool Fits(ReadOnlySpan<double> upperBounds) => upperBounds.SequenceEqual(_upperBounds);

    private static byte[] Encode(double bound)
    {
        Span<byte> number = stackalloc byte[Number.MaximumLength];
        var length = Number.WriteOpenMetrics(bound, number);
        return [.. "le=\""u8, .. number[..length], .. "\"} "u8];
    }
}
