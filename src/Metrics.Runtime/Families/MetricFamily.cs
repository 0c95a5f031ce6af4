using System.ComponentModel;
using System.Runtime.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Families;
using TypedMetrics.Rules;

namespace TypedMetrics.CompilerServices;

/// <summary>
/// A metric of a registry with all its series. Generated accessors hold one; users meet it as an instrument, such as
/// <see cref="Counter"/>. Safe for any thread.
/// </summary>
/// <remarks>
/// The cells belong to the family and are never handed to another, so that an instrument which outlives the registration
/// counts on, unexposed and harmless.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class MetricFamily
{
    private readonly LabelDimension[] _labels;

    private int _maxSeries;
    private long _invalidUpdates;
    private long _seriesOverflows;
    private int _seriesTouched;
    private int _seriesCounted;
    private ExemplarStore? _exemplars;

    private protected MetricFamily(MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock)
    {
        Declaration = declaration;
        Descriptor = descriptor;
        Clock = clock;
        _labels = Array.ConvertAll(declaration.Labels, label => label.CreateDimension());
        FindTexts();
        SeriesCount = Rules.SeriesCount.Of(_labels.Select(label => label.Size));
        LowerMaxSeries(int.MaxValue);
    }

    /// <summary>What the metric was declared as.</summary>
    internal MetricDeclaration Declaration { get; }

    /// <summary>What a scrape says of the family.</summary>
    internal FamilyDescriptor Descriptor { get; }

    /// <summary>The labels, the slowest in the index first.</summary>
    internal ReadOnlySpan<LabelDimension> Labels => _labels;

    /// <summary>The size of the index space.</summary>
    internal long SeriesCount { get; }

    /// <summary>How many series may be touched.</summary>
    internal int MaxSeries => Volatile.Read(ref _maxSeries);

    /// <summary>How many series are touched.</summary>
    internal virtual int SeriesTouched => Volatile.Read(ref _seriesTouched);

    /// <summary>How many updates were ignored, being negative, NaN or infinite.</summary>
    internal long InvalidUpdates => Volatile.Read(ref _invalidUpdates);

    /// <summary>How many updates went to an overflow series because <see cref="MaxSeries"/> were touched.</summary>
    internal long SeriesOverflows => Volatile.Read(ref _seriesOverflows);

    /// <summary>How many exemplars were dropped, being too long or having an invalid label.</summary>
    internal long ExemplarsDropped => Volatile.Read(ref _exemplars)?.Dropped ?? 0;

    /// <summary>The registry's clock.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>Held to create, touch or remove a series; never by an update of a series that is touched.</summary>
    private protected Lock Sync { get; } = new();

    /// <summary>Whether <see cref="MaxSeries"/> are touched, beside the overflow series.</summary>
    private protected bool IsFull => Volatile.Read(ref _seriesCounted) >= MaxSeries;

    /// <summary>Counts a value that does not fit a label.</summary>
    /// <param name="label">The label's ordinal.</param>
    /// <returns>The index of the label's overflow value.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Overflow(int label) => _labels[label].Overflow();

    /// <inheritdoc cref="Overflow(int)"/>
    /// <param name="label">The label's ordinal.</param>
    /// <param name="value">The value, of which a sample is kept now and then: <see cref="CollectorRegistry.LabelOverflowed"/>.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Overflow<T>(int label, T value)
    {
        var dimension = _labels[label];
        if (dimension.WantsSample)
        {
            dimension.KeepSample(value?.ToString() ?? "(null)");
        }

        return dimension.Overflow();
    }

    /// <inheritdoc cref="Overflow{T}(int, T)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Overflow(int label, ReadOnlySpan<char> value)
    {
        var dimension = _labels[label];
        if (dimension.WantsSample)
        {
            dimension.KeepSample(value);
        }

        return dimension.Overflow();
    }

    /// <summary>The index of a value of an open label's type.</summary>
    /// <param name="label">The label's ordinal.</param>
    /// <param name="value">The value.</param>
    /// <returns>The index; that of the overflow value, counted, where the value did not fit.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf<TLabel>(int label, TLabel value)
        where TLabel : struct, IOpenLabel<TLabel>
    {
        var index = OpenLabelValues.IndexOf(value.Value);
        return index >= 0 ? index : Overflow(label);
    }

    /// <summary>The index of a value of an open label's type; negative where the value did not fit.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf<TLabel>(TLabel value)
        where TLabel : struct, IOpenLabel<TLabel> => OpenLabelValues.IndexOf(value.Value);

    /// <summary>Allows at most that many series to be touched, and no more than are declared; those that are touched stay.</summary>
    internal void LowerMaxSeries(int maximum) => Volatile.Write(
        ref _maxSeries, Math.Min(maximum, Declaration.MaxSeries > 0 ? Declaration.MaxSeries : MetricDeclaration.DefaultMaxSeries));

    /// <summary>Writes the touched series from an index on, in order.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="labels">Renders this family's labels.</param>
    /// <param name="cursor">The index to begin with; where the writer wants a pause, the one to go on with.</param>
    /// <returns>Whether the family has ended.</returns>
    internal abstract bool Write(SampleWriter writer, SeriesLabels labels, ref int cursor);

    /// <summary>Goes through the series that have been touched at some time, in the order of their indexes.</summary>
    private protected abstract void ForEachSeries(Action<int> action);

    /// <summary>Keeps an exemplar of an update that has been counted.</summary>
    /// <param name="index">The series.</param>
    /// <param name="slot">A histogram's bucket, or 0.</param>
    /// <param name="slots">How many of them there are.</param>
    /// <param name="exemplar">The exemplar.</param>
    /// <param name="value">What was counted.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected void KeepExemplar(int index, int slot, int slots, in Exemplar exemplar, double value)
    {
        if (exemplar.IsEmpty)
        {
            return;
        }

        var life = LifeOf(index);
        if (life == 0)
        {
            index = OverflowSeries(index);
            life = LifeOf(index);
        }

        // It has been removed since.
        if (life == 0)
        {
            return;
        }

        var store = Volatile.Read(ref _exemplars);
        if (store is null)
        {
            store = new ExemplarStore(SeriesCount, slots, Clock);
            store = Interlocked.CompareExchange(ref _exemplars, store, null) ?? store;
        }

        store.Offer(index, life, slot, exemplar, value);
    }

    /// <summary>Takes away the exemplars of a series whose index is about to be given to another one.</summary>
    private protected void ForgetExemplars(int index) => Volatile.Read(ref _exemplars)?.Forget(index);

    /// <summary>Whether there has been an exemplar.</summary>
    private protected bool HasExemplars => Volatile.Read(ref _exemplars) is not null;

    /// <summary>Hands a series' exemplars to a writer, before its counts are read: what an exemplar shows has been counted.</summary>
    private protected void WriteExemplars(SampleWriter writer, int index, long life)
    {
        if (Volatile.Read(ref _exemplars) is { } store)
        {
            writer.Exemplars(store.Of(index, life));
        }
    }

    /// <summary>The header of a series that can have exemplars; 0 where it is not touched.</summary>
    private protected virtual long LifeOf(int index) => 0;

    /// <summary>Counts an update that is ignored.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected void CountInvalidUpdate() => Interlocked.Increment(ref _invalidUpdates);

    /// <summary>Counts an update that goes to the overflow series.</summary>
    private protected void CountSeriesOverflow() => Interlocked.Increment(ref _seriesOverflows);

    /// <summary>Counts a series as touched, or by -1 as removed; under the lock.</summary>
    private protected void CountSeries(int index, int difference)
    {
        Volatile.Write(ref _seriesTouched, _seriesTouched + difference);
        if (index != OverflowSeries(index))
        {
            Volatile.Write(ref _seriesCounted, _seriesCounted + difference);
        }
    }

    /// <summary>Whether the index is one of this family's; the accessors see to it.</summary>
    private protected bool IsSeries(int index) => (ulong)index < (ulong)SeriesCount;

    /// <summary>
    /// The series that takes updates for which there is no room: each label has its overflow value, or its own where it
    /// has no such value.
    /// </summary>
    private protected int OverflowSeries(int index)
    {
        if (!IsSeries(index))
        {
            index = 0;
        }

        var series = 0;
        var weight = 1;
        for (var i = _labels.Length - 1; i >= 0; i--)
        {
            var (rest, value) = Math.DivRem(index, _labels[i].Size);
            series += (_labels[i].Other >= 0 ? _labels[i].Other : value) * weight;
            weight *= _labels[i].Size;
            index = rest;
        }

        return series;
    }
}
