namespace TypedMetrics.Exposition;

/// <summary>
/// The pairs of samples that a number tells apart, <c>le="0.5"</c> of buckets and <c>quantile="0.5"</c>, encoded once per
/// family. The numbers are written in OpenMetrics' canonical form in every text format, so that one bucket never becomes two
/// series.
/// </summary>
internal sealed class NumberLabels
{
    private readonly double[] _numbers;
    private readonly int[] _ordinals;

    private NumberLabels(ReadOnlySpan<byte> start, ReadOnlySpan<double> numbers, ReadOnlySpan<double> labels)
    {
        _numbers = numbers.ToArray();
        _ordinals = [.. Enumerable.Range(0, labels.Length)];
        Pairs = new byte[labels.Length][];
        for (var i = 0; i < Pairs.Length; i++)
        {
            Pairs[i] = Encode(start, labels[i]);
        }
    }

    /// <summary>The pairs; not to be changed.</summary>
    public byte[][] Pairs { get; }

    /// <summary>The numbers from 0 on, as many as pairs.</summary>
    public ReadOnlySpan<int> Ordinals => _ordinals;

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
        return [.. start, .. text[..length], (byte)'"'];
    }
}
