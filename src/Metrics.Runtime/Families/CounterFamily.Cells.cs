using System.Runtime.CompilerServices;
using TypedMetrics.Cells;

namespace TypedMetrics.CompilerServices;

// How a series comes to a cell, a block to its fractions, and a cell to a header: what an update does once.
public sealed partial class CounterFamily
{
    private void AddTo(nint cell, double amount)
    {
        if (!CounterCell.TryAdd(cell, amount))
        {
            HaveFractions(cell);
            _ = CounterCell.TryAdd(cell, amount);
        }
    }

    // Sees to it that the cell's block has room for fractions.
    private void HaveFractions(nint cell)
    {
        if (Volatile.Read(ref CounterCell.Fractions(cell)) == 0)
        {
            lock (Sync)
            {
                ref var fractions = ref CounterCell.Fractions(cell);
                if (fractions == 0)
                {
                    Volatile.Write(ref fractions, _fractions.Allocate());
                }
            }
        }
    }

    // The cell to add to where the series has none: a new one, or that of the overflow series.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private nint Resolve(int index)
    {
        nint cell = 0;
        var overflow = OverflowSeries(index);
        if (index != overflow && (IsFull || !IsSeries(index)))
        {
            // Asked again: the last free series may just have been this one.
            cell = Find(index);
            if (cell == 0)
            {
                CountSeriesOverflow();
                index = overflow;
                cell = Find(index);
            }
        }

        return cell != 0 ? cell : Create(index);
    }

    private nint Create(int index)
    {
        lock (Sync)
        {
            var cell = Find(index);
            if (cell == 0)
            {
                cell = _arena.Allocate();
                Place(index, cell);
            }

            return cell;
        }
    }

    // Touches the series of a cell that something was added to.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Settle(int index, nint cell, bool isZero)
    {
        var now = Clock.GetUtcNow();
        lock (Sync)
        {
            if (CounterCell.Header(cell) != 0)
            {
                return;
            }

            // A Remove has taken what was added: it came after this update.
            _ = CounterCell.Read(cell, out _, out var value);
            if (value == 0 && !isZero)
            {
                return;
            }

            var home = Home(index, cell);
            if (Create(home) is var own && own != cell)
            {
                AddTo(own, CounterCell.Take(cell));
                cell = own;
                if (CounterCell.Header(cell) != 0)
                {
                    return;
                }
            }

            CountSeries(home, 1);
            Volatile.Write(ref CounterCell.Header(cell), CellHeader.Touched(now, _removedHeader));
        }
    }
}
