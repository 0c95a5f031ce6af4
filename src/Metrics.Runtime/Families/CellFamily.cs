using System.ComponentModel;
using System.Runtime.CompilerServices;
using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

/// <summary>
/// A metric whose series are a word each, in which also stands whether the series is touched: updating, removing and reading
/// one is one atomic step. Safe for any thread.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CellFamily : SeriesFamily<nint>
{
    private readonly CellArena _arena;
    private readonly long _untouched;

    private protected CellFamily(
        MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock, CellArena arena, long untouched)
        : base(declaration, descriptor, clock)
    {
        _arena = arena;
        _untouched = untouched;
    }

    internal unsafe void Remove(int index)
    {
        lock (Sync)
        {
            var cell = Find(index);
            if (cell != 0 && Interlocked.Exchange(ref *(long*)cell, _untouched) != _untouched)
            {
                CountSeries(index, -1);
            }
        }
    }

    /// <summary>Touches the series that are exposed before they are updated.</summary>
    private protected void TouchDeclared<TUpdate>(TUpdate update)
        where TUpdate : struct, ICellUpdate
    {
        var indexes = Preinitialization.Indexes(this);
        _arena.Expect(indexes.Count);
        foreach (var index in indexes)
        {
            Touch(index, update);
        }
    }

    /// <summary>The word of a series; that of an untouched one where it has none.</summary>
    private protected unsafe long Read(int index)
    {
        var cell = Find(index);
        var word = cell == 0 ? _untouched : Volatile.Read(ref *(long*)cell);
        GC.KeepAlive(this);
        return word;
    }

    /// <summary>The update of a series that is not touched: only here, under the lock, does one become touched.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected void Touch<TUpdate>(int index, TUpdate update)
        where TUpdate : struct, ICellUpdate
    {
        var overflow = OverflowSeries(index);
        if (index != overflow && IsFull)
        {
            // Without the lock, for it may go on for long. The last free series may just have been this one.
            if (TryUpdate(index, update))
            {
                return;
            }

            if (TryUpdate(overflow, update))
            {
                CountSeriesOverflow();
                return;
            }
        }

        lock (Sync)
        {
            index = WithoutFreed(index);
            if (TryUpdate(index, update))
            {
                return;
            }

            if (index != overflow && (IsFull || !IsSeries(index)))
            {
                CountSeriesOverflow();
                index = overflow;
                if (TryUpdate(index, update))
                {
                    return;
                }
            }

            Begin(index, update);
            CountSeries(index, 1);
        }
    }

    /// <summary>Updates a series; false where it is not touched.</summary>
    private protected bool TryUpdate<TUpdate>(int index, TUpdate update)
        where TUpdate : struct, ICellUpdate => Find(index) is var cell and not 0 && update.TryApply(cell);

    private protected sealed override void ExpireSeries(int index) => Remove(index);

    private protected sealed override void RecycleSeries(int index)
    {
        Remove(index);
        var cell = Find(index);
        if (cell != 0)
        {
            Place(index, 0);
            _arena.Free(cell);
        }
    }

    private void Begin<TUpdate>(int index, TUpdate update)
        where TUpdate : struct, ICellUpdate
    {
        var cell = Find(index);
        if (cell != 0)
        {
            update.Begin(cell);
            return;
        }

        cell = _arena.Allocate();
        update.Begin(cell);
        Place(index, cell);
    }
}
