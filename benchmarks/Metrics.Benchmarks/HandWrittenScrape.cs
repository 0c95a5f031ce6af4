using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace TypedMetrics.Benchmarks;

/// <summary>
/// The floor of a scrape: a loop that copies each series' cached label bytes and formats a long, and nothing else.
/// </summary>
public sealed class HandWrittenScrape
{
    private readonly byte[][] _prefixes;
    private readonly long[] _values;

    public HandWrittenScrape(IEnumerable<string> series)
    {
        _prefixes = [.. series.Select(Encoding.UTF8.GetBytes)];
        _values = new long[_prefixes.Length];
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = i % 1_000;
        }
    }

    public void Write(IBufferWriter<byte> output)
    {
        for (var i = 0; i < _prefixes.Length; i++)
        {
            var prefix = _prefixes[i];
            var span = output.GetSpan(prefix.Length + 24);
            prefix.CopyTo(span);
            _ = Utf8Formatter.TryFormat(_values[i], span[prefix.Length..], out var digits);
            span[prefix.Length + digits] = (byte)'\n';
            output.Advance(prefix.Length + digits + 1);
        }
    }
}
