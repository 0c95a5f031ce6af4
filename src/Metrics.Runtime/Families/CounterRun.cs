using System.Runtime.CompilerServices;

namespace TypedMetrics.Families;

/// <summary>
/// Series of a counter that follow each other in a scrape and have all labels but the last in common, with their values:
/// what is handed to a writer at once.
/// </summary>
internal struct CounterRun
{
    /// <summary>The most series.</summary>
    public const int Longest = 32;

    private Words _values;
    private Words _lasts;
    private int _outer;

    /// <summary>How many series there are.</summary>
    public int Count { get; private set; }

    /// <summary>The index of one of the series.</summary>
    public int Index { get; private set; }

    /// <summary>The values of the series.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ReadOnlySpan<long> Values => ((ReadOnlySpan<long>)_values)[..Count];

    /// <summary>The values of the series' last label.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ReadOnlySpan<long> Lasts => ((ReadOnlySpan<long>)_lasts)[..Count];

    /// <summary>Adds a series, if it belongs to the others and there is room.</summary>
    /// <param name="index">The series, behind the others.</param>
    /// <param name="size">The size of the last label.</param>
    /// <param name="value">Its value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int index, int size, long value)
    {
        var last = index - _outer;
        if (Count == 0)
        {
            Index = index;
            last = index % size;
            _outer = index - last;
        }
        else if (last >= size || Count == Longest)
        {
            return false;
        }

        _values[Count] = value;
        _lasts[Count] = last;
        Count++;
        return true;
    }

    /// <summary>Begins anew.</summary>
    public void Clear() => Count = 0;

    [InlineArray(Longest)]
    private struct Words
    {
        private long _first;
    }
}
