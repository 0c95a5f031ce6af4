using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

/// <summary>A gauge with all its series. Safe for any thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GaugeFamily : MetricFamily
{
    private readonly nint[] _dense;
    private readonly SeriesTable<nint> _cells;
    private readonly CellArena _arena = new(GaugeCell.BlockSize, GaugeCell.PerBlock);

    internal GaugeFamily(MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock)
        : base(declaration, descriptor, clock)
    {
        _cells = new SeriesTable<nint>(SeriesCount);
        _dense = _cells.Dense;
        var indexes = Preinitialization.Indexes(this);
        _arena.Expect(indexes.Count);
        foreach (var index in indexes)
        {
            Touch(index, 0, isSet: true);
        }
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

    internal double Read(int index)
    {
        var cell = _cells.Find(index);
        var bits = cell == 0 ? GaugeCell.Untouched : Volatile.Read(ref GaugeCell.Bits(cell));
        GC.KeepAlive(this);
        return bits == GaugeCell.Untouched ? 0 : BitConverter.Int64BitsToDouble(bits);
    }

    internal void Remove(int index)
    {
        lock (Sync)
        {
            var cell = _cells.Find(index);
            if (cell != 0 && Interlocked.Exchange(ref GaugeCell.Bits(cell), GaugeCell.Untouched) != GaugeCell.Untouched)
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
        var bits = cell == 0 ? GaugeCell.Untouched : Volatile.Read(ref GaugeCell.Bits(cell));
        if (bits == GaugeCell.Untouched)
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
    private nint FindSlowly(ulong place) => IsStale(place) ? 0 : _cells.Find((int)place);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TouchAt(ulong place, double value, bool isSet) => Touch(IndexOf(place), value, isSet);

    // The update of a series that is not touched: only here, under the lock, does one become touched.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Touch(int index, double value, bool isSet)
    {
        var overflow = OverflowSeries(index);
        if (index != overflow && IsFull)
        {
            // Without the lock, for it may go on for long. The last free series may just have been this one.
            if (TryUpdate(_cells.Find(index), value, isSet))
            {
                return;
            }

            if (TryUpdate(_cells.Find(overflow), value, isSet))
            {
                CountSeriesOverflow();
                return;
            }
        }

        lock (Sync)
        {
            index = WithoutFreed(index);
            if (TryUpdate(_cells.Find(index), value, isSet))
            {
                return;
            }

            if (index != overflow && (IsFull || !IsSeries(index)))
            {
                CountSeriesOverflow();
                index = overflow;
                if (TryUpdate(_cells.Find(index), value, isSet))
                {
                    return;
                }
            }

            var cell = _cells.Find(index);
            if (cell == 0)
            {
                cell = _arena.Allocate();
                Volatile.Write(ref GaugeCell.Bits(cell), GaugeCell.BitsOf(value));
                _cells.Set(index, cell);
            }
            else
            {
                Volatile.Write(ref GaugeCell.Bits(cell), GaugeCell.BitsOf(value));
            }

            CountSeries(index, 1);
        }
    }

    private static bool TryUpdate(nint cell, double value, bool isSet) =>
        cell != 0 && (isSet ? GaugeCell.TrySet(cell, value) : GaugeCell.TryAdd(cell, value));
}
