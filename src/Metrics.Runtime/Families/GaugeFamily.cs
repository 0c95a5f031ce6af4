using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

/// <summary>A gauge with all its series. Safe for any thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GaugeFamily : CellFamily
{
    private readonly nint[] _dense;

    internal GaugeFamily(MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock)
        : base(declaration, descriptor, clock, new CellArena(GaugeCell.BlockSize, GaugeCell.Size, GaugeCell.PerBlock), GaugeCell.Untouched)
    {
        _dense = Dense;
        TouchDeclared(new GaugeUpdate(0, isSet: true));
    }

    /// <summary>The instrument of a series. Taking it does not touch the series.</summary>
    /// <param name="index">The series' index, below the product of the labels' sizes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Gauge At(int index) => new(this, index, generation: 0);

    /// <summary>The instrument of a series, which counts in the overflow value once one of its own has been freed.</summary>
    /// <param name="index">The series' index, below the product of the labels' sizes.</param>
    /// <param name="generation"><see cref="MetricFamily.Generation"/> before the labels were looked up.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Gauge At(int index, int generation) => new(this, index, generation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set(ulong place, double value)
    {
        var cell = Cell(place);
        if (cell == 0 || !GaugeCell.TrySet(cell, value))
        {
            TouchAt(place, value, isSet: true);
        }

        GC.KeepAlive(this);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(ulong place, double amount)
    {
        if (!double.IsFinite(amount))
        {
            CountInvalidUpdate();
            return;
        }

        var cell = Cell(place);
        if (cell == 0 || !GaugeCell.TryAdd(cell, amount))
        {
            TouchAt(place, amount, isSet: false);
        }

        GC.KeepAlive(this);
    }

    internal double ValueOf(int index) => Read(index) is var bits && bits == GaugeCell.Untouched ? 0 : BitConverter.Int64BitsToDouble(bits);

    private protected override bool WriteSeries(SampleWriter writer, SeriesLabels labels, int index, nint cell)
    {
        var bits = Volatile.Read(ref GaugeCell.Bits(cell));
        if (bits == GaugeCell.Untouched || IsGivenBack(index, cell))
        {
            return false;
        }

        writer.Gauge(labels.Of(index), BitConverter.Int64BitsToDouble(bits));
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nint Cell(ulong place)
    {
        var dense = _dense;
        return place < (uint)dense.Length ? Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(dense), (nuint)place) : FindSlowly(place);
    }

    // A large index space, or values that can expire. An instrument whose value was freed is left to TouchAt, which counts that.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private nint FindSlowly(ulong place) => IsStale(place) ? 0 : Find((int)place);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TouchAt(ulong place, double value, bool isSet) => Touch(IndexOf(place), new GaugeUpdate(value, isSet));
}
