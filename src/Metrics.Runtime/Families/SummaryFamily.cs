using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;
using TypedMetrics.Rules;

namespace TypedMetrics.CompilerServices;

/// <summary>A summary with all its series. Safe for any thread.</summary>
/// <remarks>
/// Windows advance by a timer and before each read; an update has nothing to do with them, but for the first of a series.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SummaryFamily : BlockFamily<object?[]>
{
    private const int LargestOnStack = 32;

    private readonly object?[]?[] _dense;
    private readonly double[] _quantiles;
    private readonly SummaryEpochs _epochs;

    // Held to read a series or to advance its window; never by an update of a series that was observed in.
    private readonly Lock _reading = new();
    private readonly SketchCounts _counts = new();

    // What advances the windows; under the lock.
    private WindowTimer? _timer;

    internal SummaryFamily(MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock)
        : base(declaration, descriptor, clock)
    {
        _quantiles = [.. declaration.StatedOrDefaultQuantiles];
        _epochs = new SummaryEpochs(declaration, clock);
        _dense = Dense;
        TouchDeclared();
    }

    /// <summary>The quantiles that are exposed.</summary>
    internal ReadOnlySpan<double> Quantiles => _quantiles;

    /// <summary>The instrument of a series. Taking it does not touch the series.</summary>
    /// <param name="index">The series' index, below the product of the labels' sizes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Summary At(int index) => new(this, index, generation: 0);

    /// <summary>The instrument of a series, which counts in the overflow value once one of its own has been freed.</summary>
    /// <param name="index">The series' index, below the product of the labels' sizes.</param>
    /// <param name="generation"><see cref="MetricFamily.Generation"/> before the labels were looked up.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Summary At(int index, int generation) => new(this, index, generation);

    internal void Observe(ulong place, double value)
    {
        if (double.IsNaN(value))
        {
            CountInvalidUpdate();
            return;
        }

        var dense = _dense;
        if (place < (uint)dense.Length && Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(dense), (nuint)place) is { } sketch)
        {
            var stripe = Stripes.Current();
            if (Sketch.FindNear(sketch, stripe, SketchBuckets.Octave(value)) is { } page)
            {
                Sketch.Observe(sketch, stripe, page, value);
                return;
            }
        }

        ObserveSlowly(place, value);
    }

    internal long ReadCount(int index) => Find(index) is { } sketch ? Sketch.SeriesOf(sketch).ReadCount() : 0;

    internal double ReadSum(int index) => Find(index) is { } sketch ? Sketch.ReadSum(sketch) : 0;

    /// <summary>Reads quantiles of the window, NaN where it is empty.</summary>
    /// <returns>The number of observations since the series was touched.</returns>
    internal long Read(int index, ReadOnlySpan<double> quantiles, Span<double> values)
    {
        if (Find(index) is { } sketch)
        {
            return Read(sketch, quantiles, values, out _);
        }

        values.Fill(double.NaN);
        return 0;
    }

    /// <summary>Advances the windows of all series.</summary>
    /// <returns>When the next epoch begins.</returns>
    internal TimeSpan Advance()
    {
        var epoch = _epochs.Now(out var rest);
        var walk = From(0);
        while (walk.MoveNext())
        {
            lock (_reading)
            {
                Sketch.SeriesOf(walk.Cell).Window.Advance(epoch, walk.Cell, _counts);
            }
        }

        return rest;
    }

    private protected override object?[] CreateBlock(int index, long header, DateTimeOffset now) =>
        Sketch.Shell(new SketchSeries(index, header, _epochs.Of(now, out _), _epochs.AgeBuckets));

    private protected override long HeaderOf(object?[] sketch) => Sketch.SeriesOf(sketch).Header;

    private protected override bool WriteSeries(SampleWriter writer, SeriesLabels labels, int index, object?[] sketch)
    {
        var values = _quantiles.Length <= LargestOnStack ? stackalloc double[_quantiles.Length] : new double[_quantiles.Length];
        var count = Read(sketch, _quantiles, values, out var sum);
        writer.Summary(labels.Of(index), _quantiles, values, count, sum, CellHeader.Created(Sketch.SeriesOf(sketch).Header));
        return true;
    }

    private long Read(object?[] sketch, ReadOnlySpan<double> quantiles, Span<double> values, out double sum)
    {
        var epoch = _epochs.Now(out _);
        var series = Sketch.SeriesOf(sketch);
        lock (_reading)
        {
            series.Window.Advance(epoch, sketch, _counts);
            sum = ReadCounts(sketch, series);
            series.Window.Read(sketch, _counts, quantiles, values);
            return _counts.Total;
        }
    }

    // Reads the counts, and the sum of the same moment.
    private double ReadCounts(object?[] sketch, SketchSeries series)
    {
        var drift = new SumDrift();
        var sum = Sketch.ReadSum(sketch);
        while (true)
        {
            _counts.Read(series.Pages);
            var after = Sketch.ReadSum(sketch);
            if (drift.IsSmall(sum, after))
            {
                return sum;
            }

            sum = after;
        }
    }

    // A large index space, values that can expire, a series without a sketch, an octave that this stripe has not met or met late.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ObserveSlowly(ulong place, double value)
    {
        var index = IndexOf(place);
        var sketch = Resolve(index);
        var stripe = Stripes.Current();
        var octave = SketchBuckets.Octave(value);
        var page = Sketch.Find(sketch, stripe, octave);
        if (page is null)
        {
            if (Sketch.IsShell(sketch))
            {
                sketch = Open(sketch);
            }

            lock (Sync)
            {
                page = Sketch.Find(sketch, stripe, octave) ?? Sketch.SeriesOf(sketch).AddPage(sketch, stripe, octave);
            }
        }

        Sketch.Observe(sketch, stripe, page, value);
    }

    // Makes room for the first observation of a series, in the present epoch.
    private object?[] Open(object?[] shell)
    {
        var series = Sketch.SeriesOf(shell);
        var epoch = _epochs.Now(out var rest);
        lock (_reading)
        {
            series.Window.Advance(epoch, shell, _counts);
        }

        lock (Sync)
        {
            if (series.Opened is not { } opened)
            {
                opened = Sketch.Create(series);
                series.Opened = opened;

                // Not where it has been removed: what is observed then was observed before.
                if (Find(series.Index) == shell)
                {
                    Place(series.Index, opened);
                }

                _timer ??= new WindowTimer(this, Clock, rest);
            }

            return opened;
        }
    }
}
