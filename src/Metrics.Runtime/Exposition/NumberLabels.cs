namespace TypedMetrics.Exposition;

/// <summary>
/// The ends of samples that a number tells apart, <c>le="0.5"} </c> of buckets and <c>quantile="0.5"} </c>, encoded once per
/// family. The numbers are written in OpenMetrics' canonical form in every text format, so that one bucket never becomes two
/// series.
/// </summary>
internal sealed class NumberLabels
{
    private readonly double[] _numbers;
    private readonly byte[][] _ends;

    private NumberLabels(ReadOnlySpan<byte> start, ReadOnlySpan<double> numbers, ReadOnlySpan<double> labels)
    {
        _numbers = numbers.ToArray();
        _ends = new byte[labels.Length][];
        for (var i = 0; i < _ends.Length; i++)
        {
            _ends[i] = Encode(start, labels[i]);
            LongestEnd = Math.Max(LongestEnd, _ends[i].Length);
        }
    }

    /// <summary>The length of the longest end.</summary>
    public int LongestEnd { get; }

    /// <summary>The end with this ordinal.</summary>
    public ReadOnlySpan<byte> this[int ordinal] => _ends[ordinal];

    /// <summary>Encodes a histogram's bounds, and <c>+Inf</c> as the last.</summary>
    public static NumberLabels OfBuckets(ReadOnlySpan<double> upperBounds) =>
        new("le=\""u8, upperBounds, [.. upperBounds, double.PositiveInfinity]);

    /// <summary>Encodes a summary's quantiles.</summary>
    public static NumberLabels OfQuantiles(ReadOnlySpan<double> quantiles) => new("quantile=\""u8, quantiles, quantiles);

    /// <summary>Whether these are the labels of the numbers.</summary>
    public bool Fits(ReadOnlySpan<double> numbers) => numbers.SequenceEqual(_numbers);

    private static byte[] Encode(ReadOnlySpan<byte> start, double number)
    {
        Span<byte> text = stackalloc byte[Number.MaximumLength];
        var length = Number.WriteOpenMetrics(number, text);
        return [.. start, .. text[..length], .. "\"} "u8];
    }
}
