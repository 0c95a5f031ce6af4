using TypedMetrics.Cells;

namespace TypedMetrics.Families;

/// <summary>The exemplars of a family, made with the first of them. Safe for any thread.</summary>
/// <param name="seriesCount">The size of the family's index space.</param>
/// <param name="slots">How many exemplars a series can have: a histogram's buckets, or 1.</param>
/// <param name="clock">The registry's clock.</param>
internal sealed class ExemplarStore(long seriesCount, int slots, TimeProvider clock)
{
    /// <summary>How long an exemplar keeps its place.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _sync = new();
    private readonly SeriesTable<SeriesExemplars> _series = new(seriesCount);
    private long _dropped;

    /// <summary>How many exemplars were dropped, being too long or having an invalid label.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Takes an exemplar, unless its place has one that is new.</summary>
    /// <param name="index">The series.</param>
    /// <param name="life">The header that the series had when the update was counted.</param>
    /// <param name="slot">The bucket, or 0.</param>
    /// <param name="exemplar">The exemplar.</param>
    /// <param name="value">What was counted.</param>
    public void Offer(int index, long life, int slot, in Exemplar exemplar, double value)
    {
        var now = clock.GetUtcNow();
        var series = _series.Find(index);
        if (series is not null && series.Life == life && Volatile.Read(ref series.Slots[slot]) is { } last
            && now - last.Time < Interval && now >= last.Time)
        {
            return;
        }

        if (exemplar.Encode(value, now) is not { } text)
        {
            Interlocked.Increment(ref _dropped);
            return;
        }

        if ((series is not null && series.Life >= life ? series : Begin(index, life)) is { } current && current.Life == life)
        {
            Volatile.Write(ref current.Slots[slot], new KeptExemplar(text, now));
        }
    }

    /// <summary>The exemplars of a series in one of its lives.</summary>
    public ReadOnlySpan<KeptExemplar?> Of(int index, long life) =>
        _series.Find(index) is { } series && series.Life == life ? series.Slots : [];

    /// <summary>Takes a series' exemplars away: its index is about to be given to another one.</summary>
    public void Forget(int index)
    {
        lock (_sync)
        {
            if (_series.Find(index) is not null)
            {
                _series.Set(index, null);
            }
        }
    }

    private SeriesExemplars Begin(int index, long life)
    {
        lock (_sync)
        {
            if (_series.Find(index) is { } series && series.Life >= life)
            {
                return series;
            }

            series = new SeriesExemplars(life, slots);
            _series.Set(index, series);
            return series;
        }
    }
}
