using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;
using TypedMetrics.Rules;

namespace TypedMetrics.CompilerServices;

/// <summary>A histogram with all its series. Safe for any thread.</summary>
/// <remarks>
/// No block ever holds a part of an observation of another life of its series.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HistogramFamily : BlockFamily<long[]>
{
    private const int LargestOnStack = 64;

    private readonly long[]?[] _dense;
    private readonly HistogramLayout _layout;
    private readonly double[] _bounds;
    private readonly int _boundCount;
    private readonly bool _takesActivity;

    internal HistogramFamily(MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock)
        : base(declaration, descriptor, clock)
    {
        double[] bounds = [.. declaration.Buckets ?? BucketBounds.Default];
        _boundCount = bounds.Length;
        _bounds = BucketSearch.Pad(bounds);
        _layout = new HistogramLayout(bounds.Length + 1);

        // Where the current activity is looked at, each update goes the long way; others do not know of it.
        _takesActivity = declaration.Exemplars;
        _dense = _takesActivity ? [] : Dense;
        TouchDeclared();
    }

    /// <summary>The finite upper bounds.</summary>
    internal ReadOnlySpan<double> Bounds => _bounds.AsSpan(0, _boundCount);

    /// <summary>The instrument of a series. Taking it does not touch the series.</summary>
    /// <param name="index">The series' index, below the product of the labels' sizes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Histogram At(int index) => new(this, index, generation: 0);

    /// <summary>The instrument of a series, which counts in the overflow value once one of its own has been freed.</summary>
    /// <param name="index">The series' index, below the product of the labels' sizes.</param>
    /// <param name="generation"><see cref="MetricFamily.Generation"/> before the labels were looked up.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Histogram At(int index, int generation) => new(this, index, generation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe void Observe(ulong place, double value)
    {
        if (double.IsNaN(value))
        {
            CountInvalidUpdate();
            return;
        }

        var bounds = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_bounds));
        var bucket = BucketSearch.Find(bounds, _bounds.Length, value);
        var dense = _dense;
        if (place < (uint)dense.Length && Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(dense), (nuint)place) is { } block)
        {
            _layout.Add(block, bucket, value);
            GC.KeepAlive(block);
            return;
        }

        ObserveSlowly(place, bucket, value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal unsafe void Observe(ulong place, double value, in Exemplar exemplar)
    {
        if (double.IsNaN(value))
        {
            CountInvalidUpdate();
            return;
        }

        var bounds = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_bounds));
        var bucket = BucketSearch.Find(bounds, _bounds.Length, value);
        var index = IndexOf(place);
        Add(index, bucket, value);
        KeepExemplar(index, (int)bucket, _layout.Buckets, exemplar, value);
    }

    internal double Read(int index, Span<long> counts)
    {
        if (Find(index) is { } block)
        {
            return _layout.Read(block, counts);
        }

        counts.Clear();
        return 0;
    }

    internal long ReadCount(int index)
    {
        var block = Find(index);
        return block is null ? 0 : _layout.ReadCount(block);
    }

    private protected override long LifeOf(int index) => Find(index) is { } block ? HeaderOf(block) : 0;

    private protected override long[] CreateBlock(int index, long header, DateTimeOffset now)
    {
        var block = _layout.Allocate();
        _layout.Header(block) = header;
        return block;
    }

    private protected override long HeaderOf(long[] block)
    {
        var header = _layout.Header(block);
        GC.KeepAlive(block);
        return header;
    }

    private protected override bool WriteSeries(SampleWriter writer, SeriesLabels labels, int index, long[] block)
    {
        var buckets = _layout.Buckets;
        var rented = buckets <= LargestOnStack ? null : ArrayPool<long>.Shared.Rent(buckets);
        var counts = rented is null ? stackalloc long[buckets] : rented.AsSpan(0, buckets);
        WriteExemplars(writer, index, _layout.Header(block));
        var sum = _layout.Read(block, counts);
        writer.Histogram(labels.Of(index), Bounds, counts, sum, CellHeader.Created(_layout.Header(block)));
        if (rented is not null)
        {
            ArrayPool<long>.Shared.Return(rented);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ObserveSlowly(ulong place, nuint bucket, double value)
    {
        var index = IndexOf(place);
        Add(index, bucket, value);
        if (_takesActivity)
        {
            KeepExemplar(index, (int)bucket, _layout.Buckets, Exemplar.OfCurrentActivity(), value);
        }
    }

    private void Add(int index, nuint bucket, double value)
    {
        var block = Resolve(index);
        _layout.Add(block, bucket, value);
        GC.KeepAlive(block);
    }
}
