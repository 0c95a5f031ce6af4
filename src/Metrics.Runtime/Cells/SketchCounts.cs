namespace TypedMetrics.Cells;

/// <summary>
/// The counts of a series at one moment, its stripes added up: the buckets that are not empty, in the order of their values.
/// It is filled again and again and keeps its memory. Not thread-safe.
/// </summary>
internal sealed class SketchCounts
{
    /// <summary>Nothing observed.</summary>
    public static readonly SketchCounts Empty = new();

    private int[] _keys = [];
    private long[] _counts = [];
    private int _length;

    /// <summary>The buckets' numbers: see <see cref="SketchBuckets.Key"/>.</summary>
    public ReadOnlySpan<int> Keys => _keys.AsSpan(0, _length);

    /// <summary>The buckets' counts.</summary>
    public ReadOnlySpan<long> Counts => _counts.AsSpan(0, _length);

    /// <summary>The sum of the counts.</summary>
    public long Total { get; private set; }

    /// <summary>Reads pages that stand in the order of their values.</summary>
    public void Read(long[][] pages)
    {
        _length = 0;
        Total = 0;
        Span<long> sums = stackalloc long[SketchBuckets.PerOctave];
        for (var i = 0; i < pages.Length;)
        {
            var octave = pages[i][0];
            sums.Clear();
            for (; i < pages.Length && pages[i][0] == octave; i++)
            {
                for (var slot = 0; slot < sums.Length; slot++)
                {
                    sums[slot] += Volatile.Read(ref pages[i][slot + 1]);
                }
            }

            Append(octave, sums);
        }
    }

    /// <summary>Takes what others have.</summary>
    public void Copy(SketchCounts other)
    {
        Reserve(other._length);
        other.Keys.CopyTo(_keys);
        other.Counts.CopyTo(_counts);
        _length = other._length;
        Total = other.Total;
    }

    private void Append(long octave, ReadOnlySpan<long> sums)
    {
        var isNegative = SketchBuckets.IsNegative(octave);
        for (var i = 0; i < sums.Length; i++)
        {
            var slot = isNegative ? sums.Length - 1 - i : i;
            if (sums[slot] > 0)
            {
                Reserve(_length + 1);
                _keys[_length] = SketchBuckets.Key(octave, slot);
                _counts[_length++] = sums[slot];
                Total += sums[slot];
            }
        }
    }

    private void Reserve(int length)
    {
        if (length > _keys.Length)
        {
            Array.Resize(ref _keys, Math.Max(length, _keys.Length * 2));
            Array.Resize(ref _counts, _keys.Length);
        }
    }
}
