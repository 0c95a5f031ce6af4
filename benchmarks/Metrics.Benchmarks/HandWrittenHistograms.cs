using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TypedMetrics.Benchmarks;

/// <summary>
/// The floor of a scrape of histograms: a loop that copies the cached bytes of each line, formats the counts as longs and the
/// sum as a double, and nothing else.
/// </summary>
public sealed class HandWrittenHistograms
{
    private readonly byte[][] _prefixes;
    private readonly long[] _counts;
    private readonly double[] _sums;

    /// <param name="name">The metric's name.</param>
    /// <param name="labels">The label pairs of each series.</param>
    /// <param name="bounds">The bounds as <c>le</c> has them, with <c>+Inf</c>.</param>
    /// <param name="counts">The count of each bucket, as it stands in its line.</param>
    /// <param name="sum">The sum.</param>
    public HandWrittenHistograms(string name, IReadOnlyCollection<string> labels, string[] bounds, long[] counts, double sum)
    {
        _prefixes =
        [
            .. labels.SelectMany(pairs => (IEnumerable<string>)
            [
                .. bounds.Select(bound => $"{name}_bucket{{{pairs},le=\"{bound}\"}} "),
                $"{name}_sum{{{pairs}}} ",
                $"{name}_count{{{pairs}}} ",
            ]).Select(Encoding.UTF8.GetBytes),
        ];
        _counts = [.. Enumerable.Repeat(counts, labels.Count).SelectMany(series => series)];
        _sums = [.. Enumerable.Repeat(sum, labels.Count)];
    }

    public void Write(IBufferWriter<byte> output)
    {
        var buckets = _counts.Length / _sums.Length;
        var line = 0;
        for (var series = 0; series < _sums.Length; series++)
        {
            for (var bucket = 0; bucket < buckets; bucket++)
            {
                Integer(output, _prefixes[line++], _counts[(series * buckets) + bucket]);
            }

            Fraction(output, _prefixes[line++], _sums[series]);
            Integer(output, _prefixes[line++], _counts[(series * buckets) + buckets - 1]);
        }
    }

    private static void Integer(IBufferWriter<byte> output, byte[] prefix, long value)
    {
        var span = output.GetSpan(prefix.Length + 24);
        prefix.CopyTo(span);
        _ = Utf8Formatter.TryFormat(value, span[prefix.Length..], out var digits);
        span[prefix.Length + digits] = (byte)'\n';
        output.Advance(prefix.Length + digits + 1);
    }

    private static void Fraction(IBufferWriter<byte> output, byte[] prefix, double value)
    {
        var span = output.GetSpan(prefix.Length + 32);
        prefix.CopyTo(span);
        _ = value.TryFormat(span[prefix.Length..], out var digits, default, CultureInfo.InvariantCulture);
        span[prefix.Length + digits] = (byte)'\n';
        output.Advance(prefix.Length + digits + 1);
    }
}
