using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedMetrics.Cells;

/// <summary>
/// Goes through the series of a table that have a cell, in the order of their indexes. What is added meanwhile may be left
/// out; what is taken away is, from then on. Cells may be set by the one who walks.
/// </summary>
internal struct SeriesWalk<TCell>
{
    private readonly SeriesTable<TCell> _table;
    private readonly SortedSeries<TCell>? _sorted;
    private int _next;

    /// <summary>Begins at the first index, or goes on at a later one in the order that the table had.</summary>
    public SeriesWalk(SeriesTable<TCell> table, int index)
    {
        _table = table;
        _next = index;
        if (table.Dense.Length == 0)
        {
            // Sorting anew at each pause would take the longer, and so meet the more new series, the more there are.
            _sorted = table.Hashed.Sorted(isContinued: index > 0);
            var found = _sorted.Indexes.AsSpan().BinarySearch(index);
            _next = found >= 0 ? found : ~found;
        }
    }

    /// <summary>The series' index.</summary>
    public int Index { get; private set; }

    /// <summary>The series' cell.</summary>
    public TCell Cell { readonly get; private set; } = default!;

    /// <summary>The cell that the walk probably comes to after so many further steps; a hint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryGetAhead(int steps, [NotNullWhen(true)] out TCell? cell)
    {
        var cells = _sorted is { } sorted ? sorted.Cells : _table.Dense;
        var position = _next + steps;
        cell = (uint)position < (uint)cells.Length ? cells[position] : default;
        return cell is not null && !IsNone(cell);
    }

    /// <summary>
    /// The cells of the next series and their indexes, where there are as many; among them may be ones without a cell. The walk
    /// stays where it is.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryPeek(out ReadOnlySpan<TCell?> cells, out Vector256<int> indexes)
    {
        var sorted = _sorted;
        var all = sorted is null ? _table.Dense : sorted.Cells;
        cells = default;
        indexes = default;
        if (_next > all.Length - Vector256<int>.Count || (sorted is not null && !sorted.Is(_table.Hashed)))
        {
            return false;
        }

        cells = all.AsSpan(_next, Vector256<int>.Count);
        indexes = sorted is null ? Vector256.CreateSequence(_next, 1) : Vector256.Create(sorted.Indexes.AsSpan(_next, Vector256<int>.Count));
        return true;
    }

    /// <summary>Goes past what <see cref="TryPeek"/> gave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip()
    {
        _next += Vector256<int>.Count;
        Index = _sorted is { } sorted ? sorted.Indexes[_next - 1] : _next - 1;
    }

    /// <summary>Goes to the next series.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_sorted is { } sorted)
        {
            return MoveNext(sorted);
        }

        var dense = _table.Dense;
        for (var index = _next; (uint)index < (uint)dense.Length; index++)
        {
            if (dense[index] is { } cell && !IsNone(cell))
            {
                Index = index;
                Cell = cell;
                _next = index + 1;
                return true;
            }
        }

        return false;
    }

    private bool MoveNext(SortedSeries<TCell> sorted)
    {
        var indexes = sorted.Indexes;
        for (var position = _next; (uint)position < (uint)indexes.Length; position++)
        {
            // A cell that was taken away may be another series' by now.
            var index = indexes[position];
            var cell = sorted.Cells[position];
            if (!sorted.Is(_table.Hashed))
            {
                cell = _table.Find(index);
            }

            if (cell is not null && !IsNone(cell))
            {
                Index = index;
                Cell = cell;
                _next = position + 1;
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNone(TCell cell) => EqualityComparer<TCell>.Default.Equals(cell, default);
}
