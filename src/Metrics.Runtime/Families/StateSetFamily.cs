using System.ComponentModel;
using System.Runtime.CompilerServices;
using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;
using TypedMetrics.Rules;

namespace TypedMetrics.CompilerServices;

/// <summary>A state set with all its series. Safe for any thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StateSetFamily : MetricFamily
{
    private const long AllStates = ~StateSetCell.Touched;

    private readonly SeriesTable<nint> _cells;
    private readonly CellArena _arena = new(StateSetCell.BlockSize, StateSetCell.PerBlock);
    private readonly int _stateCount;
    private readonly long[]? _numbers;
    private StateLabels? _stateLabels;

    internal StateSetFamily(MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock)
        : base(declaration, descriptor, clock)
    {
        _stateCount = Math.Min(declaration.States.Length, StateNames.Maximum);
        _numbers = declaration.StateNumbers;
        _cells = new SeriesTable<nint>(SeriesCount);
        var indexes = Preinitialization.Indexes(this);
        _arena.Expect(indexes.Count);
        foreach (var index in indexes)
        {
            Touch(index, kept: 0, set: 0);
        }
    }

    /// <summary>The instrument of a series. Taking it does not touch the series.</summary>
    /// <param name="index">The series' index, below the product of the labels' sizes.</param>
    /// <typeparam name="TState">The enum that the states were declared from.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StateSet<TState> At<TState>(int index)
        where TState : struct, Enum => new(this, index, generation: 0);

    /// <summary>The instrument of a series, which counts in the overflow value once one of its own has been freed.</summary>
    /// <param name="index">The series' index, below the product of the labels' sizes.</param>
    /// <param name="generation"><see cref="MetricFamily.Generation"/> before the labels were looked up.</param>
    /// <typeparam name="TState">The enum that the states were declared from.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StateSet<TState> At<TState>(int index, int generation)
        where TState : struct, Enum => new(this, index, generation);

    /// <summary>Makes a state the only true one.</summary>
    internal void Set(int index, long number)
    {
        if (BitOf(number) is var bit and not 0)
        {
            Update(index, kept: 0, bit);
        }
        else
        {
            CountInvalidUpdate();
        }
    }

    /// <summary>Makes a state true or false; the others stay.</summary>
    internal void Set(int index, long number, bool isTrue)
    {
        if (BitOf(number) is var bit and not 0)
        {
            Update(index, kept: ~bit, isTrue ? bit : 0);
        }
        else
        {
            CountInvalidUpdate();
        }
    }

    /// <summary>Whether a state is true.</summary>
    internal bool IsSet(int index, long number) => (Read(index) & BitOf(number)) != 0;

    /// <summary>The number of the only true state; <see langword="null"/> where none or several are true.</summary>
    internal long? Current(int index)
    {
        var states = Read(index);
        if (!long.IsPow2(states))
        {
            return null;
        }

        var ordinal = (int)long.TrailingZeroCount(states);
        return _numbers is { } numbers ? numbers[ordinal] : ordinal;
    }

    internal void Remove(int index)
    {
        lock (Sync)
        {
            var cell = _cells.Find(index);
            if (cell != 0 && Interlocked.Exchange(ref StateSetCell.Word(cell), 0) != 0)
            {
                CountSeries(index, -1);
            }
        }
    }

    private protected override void ExpireSeries(int index) => Remove(index);

    private protected override void RecycleSeries(int index)
    {
        Remove(index);
        var cell = _cells.Find(index);
        if (cell != 0)
        {
            _cells.Set(index, 0);
            _arena.Free(cell);
        }
    }

    private protected override int NextSeries(int index, ref int position) => _cells.Next(index, ref position);

    private protected override bool WriteSeries(SampleWriter writer, SeriesLabels labels, int index)
    {
        var cell = _cells.Find(index);
        var word = cell == 0 ? 0 : Volatile.Read(ref StateSetCell.Word(cell));
        if (word == 0)
        {
            return false;
        }

        // Encoded by the first scrape; two at once make the same.
        _stateLabels ??= new StateLabels(Descriptor.BaseName, Declaration.States);
        writer.StateSet(labels.Of(index), _stateLabels, word & AllStates);
        return true;
    }

    // 0 where no state has the number.
    private long BitOf(long number)
    {
        var ordinal = _numbers is { } numbers ? numbers.AsSpan().IndexOf(number) : number;
        return (ulong)ordinal < (ulong)_stateCount ? 1L << (int)ordinal : 0;
    }

    private long Read(int index)
    {
        var cell = _cells.Find(index);
        var word = cell == 0 ? 0 : Volatile.Read(ref StateSetCell.Word(cell));
        GC.KeepAlive(this);
        return word & AllStates;
    }

    private void Update(int index, long kept, long set)
    {
        if (!TryUpdate(index, kept, set))
        {
            Touch(index, kept, set);
        }

        GC.KeepAlive(this);
    }

    // The update of a series that is not touched: only here, under the lock, does one become touched.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Touch(int index, long kept, long set)
    {
        var overflow = OverflowSeries(index);
        if (index != overflow && IsFull)
        {
            // Without the lock, for it may go on for long. The last free series may just have been this one.
            if (TryUpdate(index, kept, set))
            {
                return;
            }

            if (TryUpdate(overflow, kept, set))
            {
                CountSeriesOverflow();
                return;
            }
        }

        lock (Sync)
        {
            index = WithoutFreed(index);
            if (TryUpdate(index, kept, set))
            {
                return;
            }

            if (index != overflow && (IsFull || !IsSeries(index)))
            {
                CountSeriesOverflow();
                index = overflow;
                if (TryUpdate(index, kept, set))
                {
                    return;
                }
            }

            var cell = _cells.Find(index);
            if (cell == 0)
            {
                cell = _arena.Allocate();
                _cells.Set(index, cell);
            }

            Volatile.Write(ref StateSetCell.Word(cell), set | StateSetCell.Touched);
            CountSeries(index, 1);
        }
    }

    private bool TryUpdate(int index, long kept, long set) =>
        _cells.Find(index) is var cell and not 0 && StateSetCell.TryUpdate(cell, kept, set);
}
