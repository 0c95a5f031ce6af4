using System.Runtime.CompilerServices;

namespace TypedMetrics.Cells;

/// <summary>
/// From a series' index to its cell. Small index spaces are an array; large ones a hash table of the series that have been
/// touched, so that memory follows these and not the worst case.
/// </summary>
/// <remarks>Reads take no lock and may meet a growing table; writes are made under the family's lock.</remarks>
/// <typeparam name="TCell">An address or a reference; its default stands for none.</typeparam>
internal sealed class SeriesTable<TCell>
{
    /// <summary>The largest index space that is an array.</summary>
    public const int LargestDense = 4096;

    private readonly TCell?[] _dense;
    private volatile HashedCells<TCell> _hashed;
    private SortedIndexes? _sorted;

    /// <summary>Makes the table of a number of series.</summary>
    public SeriesTable(long seriesCount)
    {
        _dense = seriesCount <= LargestDense ? new TCell?[seriesCount] : [];
        _hashed = seriesCount <= LargestDense ? HashedCells<TCell>.Empty : new HashedCells<TCell>(capacity: 16);
    }

    /// <summary>
    /// The array of a small index space, empty for a large one: an index within its length is found there, any other by
    /// <see cref="Find"/>.
    /// </summary>
    public TCell?[] Dense => _dense;

    /// <summary>The cell of an index, or the default.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TCell? Find(int index)
    {
        var dense = _dense;
        return (uint)index < (uint)dense.Length ? dense[index] : _hashed.Find(index);
    }

    /// <summary>Gives an index a cell, or takes it away by the default.</summary>
    public void Set(int index, TCell? cell)
    {
        if (_dense.Length > 0)
        {
            // Whoever sees the cell sees what is in it.
            WriteFence();
            _dense[index] = cell;
            return;
        }

        if (!_hashed.TrySet(index, cell))
        {
            var larger = _hashed.Grow();
            _ = larger.TrySet(index, cell);
            _hashed = larger;
        }
    }

    /// <summary>
    /// The next index at or above a given one that has ever had a cell, in order; -1 where there is none. What is added
    /// meanwhile is seen by a later call.
    /// </summary>
    /// <param name="index">Where to begin.</param>
    /// <param name="position">Where the last call was; a hint.</param>
    public int Next(int index, ref int position)
    {
        if (_dense.Length > 0)
        {
            for (; index < _dense.Length; index++)
            {
                if (!EqualityComparer<TCell>.Default.Equals(_dense[index], default))
                {
                    return index;
                }
            }

            return -1;
        }

        // In the middle of a walk the hint is right, and the order is not made anew for series that come meanwhile.
        var sorted = Volatile.Read(ref _sorted)?.Indexes;
        if (sorted is null || position <= 0 || position >= sorted.Length || sorted[position - 1] >= index || sorted[position] < index)
        {
            sorted = Sorted();
            var found = Array.BinarySearch(sorted, index);
            position = found >= 0 ? found : ~found;
        }

        return position < sorted.Length ? sorted[position++] : -1;
    }

    private int[] Sorted()
    {
        var hashed = _hashed;
        var sorted = Volatile.Read(ref _sorted);
        if (sorted is null || sorted.Table != hashed || sorted.Indexes.Length != hashed.Count)
        {
            sorted = new(hashed, hashed.SortedIndexes());
            Volatile.Write(ref _sorted, sorted);
        }

        return sorted.Indexes;
    }

    private static void WriteFence() => Volatile.WriteBarrier();

    // A table that has dropped entries may have as many as the one before, and others.
    private sealed record SortedIndexes(HashedCells<TCell> Table, int[] Indexes);
}
