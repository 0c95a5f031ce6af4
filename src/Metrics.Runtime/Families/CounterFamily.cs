using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

/// <summary>A counter with all its series. Safe for any thread.</summary>
/// <remarks>
/// An update adds to its stripe first and asks then whether the series is touched. <see cref="Remove"/> says first that it
/// is not and takes what the stripes hold then. So each amount is either taken, or its thread sees that the series is to be
/// touched anew; none is lost, none counted twice.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class CounterFamily : SeriesFamily<nint>
{
    private readonly nint[] _dense;
    private readonly bool _takesActivity;
    private readonly CellArena _arena = new(CounterCell.BlockSize, CounterCell.Size, CounterCell.PerBlock);
    private readonly CellArena _fractions = new(CounterCell.FractionsSize, CounterCell.FractionsSize, cellsPerBlock: 1);

    // The latest birth of a series that has been removed; under the lock.
    private long _removedHeader;

    internal CounterFamily(MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock)
        : base(declaration, descriptor, clock)
    {
        // Where the current activity is looked at, each update goes the long way; others do not know of it.
        _takesActivity = declaration.Exemplars;
        _dense = _takesActivity ? [] : Dense;
        var indexes = Preinitialization.Indexes(this);
        _arena.Expect(indexes.Count);
        foreach (var index in indexes)
        {
            Settle(index, Resolve(index), isZero: true);
        }
    }

    /// <summary>The instrument of a series. Taking it does not touch the series.</summary>
    /// <param name="index">The series' index, below the product of the labels' sizes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Counter At(int index) => new(this, index, generation: 0);

    /// <summary>The instrument of a series, which counts in the overflow value once one of its own has been freed.</summary>
    /// <param name="index">The series' index, below the product of the labels' sizes.</param>
    /// <param name="generation"><see cref="MetricFamily.Generation"/> before the labels were looked up.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Counter At(int index, int generation) => new(this, index, generation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Increment(ulong place)
    {
        var dense = _dense;
        if (place < (uint)dense.Length && Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(dense), (nuint)place) is var cell and not 0)
        {
            Interlocked.Increment(ref CounterCell.Whole(cell));
            if (CounterCell.Header(cell) == 0)
            {
                Settle((int)place, cell, isZero: false);
                return;
            }

            GC.KeepAlive(this);
            return;
        }

        AddSlowly(place, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(ulong place, long amount)
    {
        var dense = _dense;
        if ((ulong)amount <= CounterCell.LargestWhole
            && place < (uint)dense.Length && Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(dense), (nuint)place) is var cell and not 0)
        {
            Interlocked.Add(ref CounterCell.Whole(cell), amount);
            if (CounterCell.Header(cell) == 0)
            {
                Settle((int)place, cell, amount == 0);
                return;
            }

            GC.KeepAlive(this);
            return;
        }

        AddSlowly(place, amount);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Add(ulong place, double amount)
    {
        if (!double.IsFinite(amount) || amount < 0)
        {
            CountInvalidUpdate();
            return;
        }

        var index = IndexOf(place);
        AddValid(index, amount);
        if (_takesActivity)
        {
            KeepExemplar(index, 0, 1, Exemplar.OfCurrentActivity(), amount);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Add(ulong place, double amount, in Exemplar exemplar)
    {
        if (!double.IsFinite(amount) || amount < 0)
        {
            CountInvalidUpdate();
            return;
        }

        var index = IndexOf(place);
        AddValid(index, amount);
        KeepExemplar(index, 0, 1, exemplar, amount);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void RaiseTo(int index, double target)
    {
        if (!double.IsFinite(target) || target < 0)
        {
            CountInvalidUpdate();
            return;
        }

        var cell = Cell(index);
        HaveFractions(cell);
        var header = Volatile.Read(ref CounterCell.Header(cell));
        if (header != 0)
        {
            CounterCell.RaiseTo(cell, target);
        }

        if (header == 0 || Volatile.Read(ref CounterCell.Header(cell)) != header)
        {
            // A Remove may have taken a part of what the target was compared with: again, where none can come between.
            lock (Sync)
            {
                CounterCell.RaiseTo(cell, target);
            }

            Settle(index, cell, target == 0);
        }

        GC.KeepAlive(this);
    }

    internal double Read(int index)
    {
        var cell = Find(index);
        if (cell == 0)
        {
            return 0;
        }

        _ = CounterCell.Read(cell, out _, out var value);
        GC.KeepAlive(this);
        return value;
    }

    /// <summary>Makes the series untouched; gives what it had counted.</summary>
    internal double Remove(int index)
    {
        lock (Sync)
        {
            var cell = Find(index);
            if (cell == 0 || CounterCell.Header(cell) is var header && header == 0)
            {
                return 0;
            }

            _removedHeader = Math.Max(_removedHeader, header);
            Interlocked.Exchange(ref CounterCell.Header(cell), 0);
            CountSeries(index, -1);
            return CounterCell.Take(cell);
        }
    }

    private protected override long LifeOf(int index) =>
        Find(index) is var cell and not 0 ? Volatile.Read(ref CounterCell.Header(cell)) : 0;

    private void AddValid(int index, double amount)
    {
        var cell = Cell(index);
        AddTo(cell, amount);
        if (CounterCell.Header(cell) == 0)
        {
            Settle(index, cell, amount == 0);
        }

        GC.KeepAlive(this);
    }

    private nint Cell(int index) => Find(index) is var cell and not 0 ? cell : Resolve(index);

    // A large index space, values that can expire, a series without a cell, an amount that is negative or large. It ends the callers' fast path, so
    // that nothing has to be kept for after the call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddSlowly(ulong place, long amount)
    {
        if ((ulong)amount > CounterCell.LargestWhole)
        {
            Add(place, (double)amount);
            return;
        }

        var index = IndexOf(place);
        var cell = Cell(index);
        Interlocked.Add(ref CounterCell.Whole(cell), amount);
        if (CounterCell.Header(cell) == 0)
        {
            Settle(index, cell, amount == 0);
        }

        if (_takesActivity)
        {
            KeepExemplar(index, 0, 1, Exemplar.OfCurrentActivity(), amount);
        }

        GC.KeepAlive(this);
    }
}
