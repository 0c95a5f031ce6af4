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

    /// <summary>The hash table of a large index space, which is replaced when it grows.</summary>
    public HashedCells<TCell> Hashed => _hashed;

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
            Volatile.WriteBarrier();
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

    /// <summary>Goes through the series that have a cell, in the order of their indexes.</summary>
    /// <param name="index">Where to begin.</param>
    public SeriesWalk<TCell> From(int index) => new(this, index);
}
