using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TypedMetrics.Cells;

/// <summary>
/// The hash table of a <see cref="SeriesTable{TCell}"/>: open addressing, an index keeps its slot while the table lasts. Read by any
/// thread without a lock; written under the family's lock, a slot's key after its cell.
/// </summary>
internal sealed class HashedCells<TCell>
{
    private const uint Golden = 0x9E37_79B9;
    private const int RunBits = 3;
    private const int SmallestCapacity = 2 << RunBits;

    /// <summary>A table that never gets an entry.</summary>
    public static readonly HashedCells<TCell> Empty = new(SmallestCapacity);

    // Nobody outside knows it, so nobody can choose values of open labels whose series get neighbouring slots.
    private static readonly uint Key = (uint)RandomNumberGenerator.GetInt32(int.MaxValue);

    // A key is the index plus 1; 0 stands for a free slot.
    private readonly int[] _keys;
    private readonly TCell?[] _cells;
    private readonly int _shift;
    private int _count;
    private int _changes;
    private SortedSeries<TCell>? _sorted;

    /// <summary>Makes a table with at least that many slots.</summary>
    public HashedCells(int capacity)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, SmallestCapacity));
        _keys = new int[size];
        _cells = new TCell?[size];
        _shift = 32 - BitOperations.Log2((uint)size >> RunBits);
    }

    /// <summary>The number of indexes.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The cell of an index, or the default.</summary>
    public TCell? Find(int index)
    {
        var keys = _keys;
        for (var i = Slot(index); ; i = (i + 1) & (keys.Length - 1))
        {
            var key = Volatile.Read(ref keys[i]);
            if (key == index + 1)
            {
                return _cells[i];
            }

            if (key == 0)
            {
                return default;
            }
        }
    }

    /// <summary>Sets the cell of an index; false where the table must grow first.</summary>
    public bool TrySet(int index, TCell? cell)
    {
        var i = Slot(index);
        while (_keys[i] != 0 && _keys[i] != index + 1)
        {
            i = (i + 1) & (_keys.Length - 1);
        }

        if (_keys[i] == 0 && _count >= _keys.Length / 2)
        {
            return false;
        }

        // Whoever sees the cell sees what is in it, and who sees a key sees its cell.
        Volatile.WriteBarrier();
        _cells[i] = cell;
        if (_keys[i] == 0)
        {
            Volatile.Write(ref _keys[i], index + 1);
            Volatile.Write(ref _count, _count + 1);
        }
        else
        {
            Volatile.Write(ref _changes, _changes + 1);
        }

        return true;
    }

    /// <summary>A table with the entries that have a cell and room for more: no larger where many have none.</summary>
    public HashedCells<TCell> Grow()
    {
        var live = 0;
        for (var i = 0; i < _keys.Length; i++)
        {
            live += HasCell(i) ? 1 : 0;
        }

        // The order goes on, for a walk that is under way; the table does not, for its memory.
        var larger = new HashedCells<TCell>(live * 4) { _sorted = _sorted is { } sorted ? sorted with { Table = null } : null };
        for (var i = 0; i < _keys.Length; i++)
        {
            if (HasCell(i))
            {
                _ = larger.TrySet(_keys[i] - 1, _cells[i]);
            }
        }

        return larger;
    }

    /// <summary>How often an index that the table knows has got another cell, or none.</summary>
    public int Changes => Volatile.Read(ref _changes);

    /// <summary>The entries in order; kept until there are others.</summary>
    /// <param name="isContinued">Whether an order that is kept will do, however old: of this table or of one before it.</param>
    public SortedSeries<TCell> Sorted(bool isContinued)
    {
        var sorted = Volatile.Read(ref _sorted);
        if (sorted is null || !(isContinued || (sorted.Is(this) && sorted.Indexes.Length == Count)))
        {
            sorted = Sort();
            Volatile.Write(ref _sorted, sorted);
        }

        return sorted;
    }

    // An entry never leaves a table, so there are at least as many as were counted before.
    private SortedSeries<TCell> Sort()
    {
        var changes = Changes;
        var indexes = new List<int>(Count);
        var cells = new List<TCell?>(Count);
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (Volatile.Read(ref _keys[slot]) is var key and not 0)
            {
                indexes.Add(key - 1);
                cells.Add(_cells[slot]);
            }
        }

        CollectionsMarshal.AsSpan(indexes).Sort(CollectionsMarshal.AsSpan(cells));
        return new(this, changes, [.. indexes], [.. cells]);
    }

    private bool HasCell(int slot) => _keys[slot] != 0 && !EqualityComparer<TCell>.Default.Equals(_cells[slot], default);

    private int Slot(int index) => SlotOf(index, Key, _shift);

    /// <summary>
    /// Where the search for an index begins. Neighbours stay together: a scrape goes through the indexes in order, and finds them
    /// line by line.
    /// </summary>
    internal static int SlotOf(int index, uint key, int shift)
    {
        var run = (int)((((uint)(index >> RunBits) ^ key) * Golden) >> shift);
        return (run << RunBits) | (index & ((1 << RunBits) - 1));
    }
}
