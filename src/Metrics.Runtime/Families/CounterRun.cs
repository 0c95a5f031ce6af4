using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TypedMetrics.Cells;
using TypedMetrics.Exposition;

namespace TypedMetrics.Families;

/// <summary>
/// Series of a counter that follow each other in a scrape and have all labels but the last in common, with their values:
/// what is handed to a writer at once.
/// </summary>
internal struct CounterRun
{
    /// <summary>The most series.</summary>
    public const int Longest = IntegerLines.Most;

    private Longs _values;
    private Integers _lasts;
    private int _outer;

    /// <summary>How many series there are.</summary>
    public int Count { get; private set; }

    /// <summary>The index of the first of the series.</summary>
    public int Index { get; private set; }

    /// <summary>The values of the series.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<long> Values => ((ReadOnlySpan<long>)_values)[..Count];

    /// <summary>The values of the series' last label.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<int> Lasts => ((ReadOnlySpan<int>)_lasts)[..Count];

    /// <summary>Adds a series, if it belongs to the others and there is room.</summary>
    /// <param name="index">The series, behind the others.</param>
    /// <param name="size">The size of the last label.</param>
    /// <param name="value">Its value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int index, int size, long value)
    {
        if (!HasRoom(index, index, 1, size))
        {
            return false;
        }

        _values[Count] = value;
        _lasts[Count] = index - _outer;
        Count++;
        return true;
    }

    /// <summary>Adds the series of a whole block, if all belong to the others and there is room.</summary>
    /// <param name="indexes">The series, increasing and behind the others.</param>
    /// <param name="size">The size of the last label.</param>
    /// <param name="values">Their values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(Vector256<int> indexes, int size, in CounterBlock values)
    {
        if (!HasRoom(indexes[0], indexes[CounterCell.PerBlock - 1], CounterCell.PerBlock, size))
        {
            return false;
        }

        ((ReadOnlySpan<long>)values).CopyTo(((Span<long>)_values)[Count..]);
        (indexes - Vector256.Create(_outer)).CopyTo(((Span<int>)_lasts)[Count..]);
        Count += CounterCell.PerBlock;
        return true;
    }

    /// <summary>Begins anew.</summary>
    public void Clear() => Count = 0;

    // Whether series from the first to the last can be added: the first may begin a run.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasRoom(int first, int last, int count, int size)
    {
        if (Count == 0)
        {
            Index = first;
            _outer = first - (first % size);
        }

        return last - _outer < size && Count <= Longest - count;
    }

    [InlineArray(Longest)]
    private struct Longs
    {
        private long _first;
    }

    [InlineArray(Longest)]
    private struct Integers
    {
        private int _first;
    }
}
