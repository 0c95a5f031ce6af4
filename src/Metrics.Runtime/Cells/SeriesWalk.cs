using System.Runtime.CompilerServices;

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

    /// <summary>Begins at an index.</summary>
    public SeriesWalk(SeriesTable<TCell> table, int index)
    {
        _table = table;
        _next = index;
        if (table.Dense.Length == 0)
        {
            _sorted = table.Hashed.Sorted();
            var found = _sorted.Indexes.AsSpan().BinarySearch(index);
            _next = found >= 0 ? found : ~found;
        }
    }

    /// <summary>The series' index.</summary>
    public int Index { get; private set; }

    /// <summary>The series' cell.</summary>
    public TCell Cell { readonly get; private set; } = default!;

    /// <summary>The cell that the walk probably comes to after so many steps, or the default; a hint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TCell? Ahead(int steps)
    {
        var cells = _sorted is { } sorted ? sorted.Cells : _table.Dense;
        var position = _next + steps;
        return (uint)position < (uint)cells.Length ? cells[position] : default;
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
