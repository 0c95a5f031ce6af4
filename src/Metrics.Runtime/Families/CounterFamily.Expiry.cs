using TypedMetrics.Cells;

namespace TypedMetrics.CompilerServices;

// What becomes of amounts whose series goes, or is not there any more: none is lost, and none is counted in another's.
public sealed partial class CounterFamily
{
    /// <summary>What the series had counted that went with their values.</summary>
    internal double Expired { get; private set; }

    private protected override void ExpireSeries(int index) => Expired += Remove(index);

    private protected override void RecycleSeries(int index)
    {
        Expired += Remove(index);
        var cell = Find(index);
        if (cell != 0)
        {
            // What threads added that had read the cell before the value was freed, and were slow.
            if (CounterCell.Take(cell) is var late and not 0)
            {
                AddLate(WithoutFreed(index), late);
            }

            ForgetExemplars(index);
            Place(index, 0);
            _arena.Free(cell);
        }
    }

    // The series that what was added to a cell belongs to: not the one it was meant for where its value has been freed
    // meanwhile, or where there is no room for it.
    private int Home(int index, nint cell)
    {
        var overflow = OverflowSeries(index);
        if (cell == Find(overflow))
        {
            return overflow;
        }

        // A cell that was given back since is nobody's.
        var home = Find(index) == cell ? WithoutFreed(index) : overflow;
        if (home != overflow && IsFull && !IsTouched(home))
        {
            CountSeriesOverflow();
            home = overflow;
        }

        return home;
    }

    private bool IsTouched(int index) => Find(index) is var cell and not 0 && CounterCell.Header(cell) != 0;

    private void AddLate(int index, double amount)
    {
        var cell = Create(index);
        AddTo(cell, amount);
        if (CounterCell.Header(cell) == 0)
        {
            Settle(index, cell, isZero: false);
        }
    }
}
