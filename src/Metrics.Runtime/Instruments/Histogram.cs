using System.Runtime.CompilerServices;
using TypedMetrics.CompilerServices;

namespace TypedMetrics;

/// <summary>
/// One series of a histogram: counts of observations by bucket, and their sum. A small value that may be kept; two are
/// equal if they are the same series. <see langword="default"/> observes nothing.
/// </summary>
/// <remarks>
/// Safe for any thread. Updates never throw, and neither lock nor allocate once the series has been touched. An observation
/// of NaN is ignored and counted in <c>typedmetrics_invalid_updates_total</c>; an infinite one is legal.
/// </remarks>
public readonly struct Histogram : IEquatable<Histogram>
{
    private readonly HistogramFamily? _family;
    private readonly ulong _place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Histogram(HistogramFamily family, int index, int generation)
    {
        _family = family;
        _place = MetricFamily.PlaceOf(index, generation);
    }

    /// <summary>The number of observations.</summary>
    public long Count => _family is { } family && !family.IsStale(_place) ? family.ReadCount((int)_place) : 0;

    /// <summary>The sum of the observations; infinite from the first infinite one on.</summary>
    public double Sum => _family is { } family && !family.IsStale(_place) ? family.Read((int)_place, []) : 0;

    /// <summary>Counts a value in its bucket and adds it to the sum.</summary>
    /// <param name="value">The value, in the metric's unit; not NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Observe(double value) => _family?.Observe(_place, value);

    /// <summary>Observes a duration in seconds.</summary>
    /// <param name="duration">The duration.</param>
    public void Observe(TimeSpan duration) => _family?.Observe(_place, duration.TotalSeconds);

    /// <summary>Counts a value in its bucket and adds it to the sum, with an exemplar for the bucket.</summary>
    /// <param name="value">The value, in the metric's unit; not NaN.</param>
    /// <param name="exemplar">What was observed; see <see cref="Exemplar"/>.</param>
    public void Observe(double value, in Exemplar exemplar) => _family?.Observe(_place, value, exemplar);

    /// <summary>Observes a duration in seconds, with an exemplar for its bucket.</summary>
    /// <param name="duration">The duration.</param>
    /// <param name="exemplar">What was observed; see <see cref="Exemplar"/>.</param>
    public void Observe(TimeSpan duration, in Exemplar exemplar) => _family?.Observe(_place, duration.TotalSeconds, exemplar);

    /// <summary>Observes the seconds that have gone when the result is disposed: <c>using (histogram.Time()) …</c></summary>
    public HistogramTimer Time() => new(this, DurationTimer.Start(_family?.Clock ?? TimeProvider.System));

    /// <summary>
    /// The buckets in order, the last of them <c>+Inf</c>, which counts every observation. Empty for
    /// <see langword="default"/>.
    /// </summary>
    public HistogramBucket[] GetBuckets()
    {
        if (_family is not { } family)
        {
            return [];
        }

        var bounds = family.Bounds;
        var counts = new long[bounds.Length + 1];
        if (!family.IsStale(_place))
        {
            _ = family.Read((int)_place, counts);
        }

        var buckets = new HistogramBucket[counts.Length];
        var cumulative = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            cumulative += counts[i];
            buckets[i] = new HistogramBucket(i < bounds.Length ? bounds[i] : double.PositiveInfinity, cumulative);
        }

        return buckets;
    }

    /// <summary>Removes the series from the scrapes. The next observation begins it anew.</summary>
    public void Remove()
    {
        if (_family is { } family && !family.IsStale(_place))
        {
            family.Remove((int)_place);
        }
    }

    /// <inheritdoc/>
    public bool Equals(Histogram other) =>
        _family == other._family && (_family is null || _family.AreSame(_place, other._place));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Histogram other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_family, (int)_place);

    /// <summary>Whether both are the same series.</summary>
    public static bool operator ==(Histogram left, Histogram right) => left.Equals(right);

    /// <summary>Whether they are different series.</summary>
    public static bool operator !=(Histogram left, Histogram right) => !left.Equals(right);
}
