using System.ComponentModel;
using System.Runtime.CompilerServices;
using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;
using TypedMetrics.Rules;

namespace TypedMetrics.CompilerServices;

/// <summary>A state set with all its series. Safe for any thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StateSetFamily : CellFamily
{
    private const long AllStates = ~StateSetCell.Touched;

    private readonly int _stateCount;
    private readonly long[]? _numbers;
    private StateLabels? _stateLabels;

    internal StateSetFamily(MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock)
        : base(declaration, descriptor, clock, new CellArena(StateSetCell.BlockSize, StateSetCell.Size, StateSetCell.PerBlock), untouched: 0)
    {
        _stateCount = Math.Min(declaration.States.Length, StateNames.Maximum);
        _numbers = declaration.StateNumbers;
        TouchDeclared(new StateSetUpdate(kept: 0, set: 0));
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
    internal bool IsSet(int index, long number) => (Read(index) & AllStates & BitOf(number)) != 0;

    /// <summary>The number of the only true state; <see langword="null"/> where none or several are true.</summary>
    internal long? Current(int index)
    {
        var states = Read(index) & AllStates;
        if (!long.IsPow2(states))
        {
            return null;
        }

        var ordinal = (int)long.TrailingZeroCount(states);
        return _numbers is { } numbers ? numbers[ordinal] : ordinal;
    }

    private protected override bool WriteSeries(SampleWriter writer, SeriesLabels labels, int index, nint cell)
    {
        var word = Volatile.Read(ref StateSetCell.Word(cell));
        if (word == 0 || IsGivenBack(index, cell))
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

    private void Update(int index, long kept, long set)
    {
        var update = new StateSetUpdate(kept, set);
        if (!TryUpdate(index, update))
        {
            Touch(index, update);
        }

        GC.KeepAlive(this);
    }
}
