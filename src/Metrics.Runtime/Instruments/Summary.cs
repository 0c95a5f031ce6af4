using System.Runtime.CompilerServices;
using TypedMetrics.CompilerServices;

namespace TypedMetrics;

/// <summary>
/// One series of a summary: quantiles of the observations of late, and the count and the sum of all. A small value that may
/// be kept; two are equal if they are the same series. <see langword="default"/> observes nothing.
/// </summary>
/// <remarks>
/// Safe for any thread. A quantile is at most 0.78 % away from the observation of its rank (for magnitudes from 2.3e-308 on,
/// of both signs). Updates never throw, and neither lock, allocate nor read a clock, but for the first of a series and the
/// first of each power of two, which takes half a kilobyte for good. An observation of NaN is ignored and counted in
/// <c>typedmetrics_invalid_updates_total</c>; an infinite one is legal.
/// </remarks>
public readonly struct Summary : IEquatable<Summary>
{
    private readonly SummaryFamily? _family;
    private readonly ulong _place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Summary(SummaryFamily family, int index, int generation)
    {
        _family = family;
        _place = MetricFamily.PlaceOf(index, generation);
    }

    /// <summary>The number of observations since the series began.</summary>
    public long Count => _family is { } family && !family.IsStale(_place) ? family.ReadCount((int)_place) : 0;

    /// <summary>The sum of the observations since the series began; infinite from the first infinite one on.</summary>
    public double Sum => _family is { } family && !family.IsStale(_place) ? family.ReadSum((int)_place) : 0;

    /// <summary>Counts a value.</summary>
    /// <param name="value">The value, in the metric's unit; not NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Observe(double value) => _family?.Observe(_place, value);

    /// <summary>Observes a duration in seconds.</summary>
    /// <param name="duration">The duration.</param>
    public void Observe(TimeSpan duration) => _family?.Observe(_place, duration.TotalSeconds);

    /// <summary>Observes the seconds that have gone when the result is disposed: <c>using (summary.Time()) …</c></summary>
    public SummaryTimer Time() => new(this, DurationTimer.Start(_family?.Clock ?? TimeProvider.System));

    /// <summary>A quantile of the window, whether the summary exposes it or not.</summary>
    /// <param name="quantile">From 0 to 1: 0.99 for the 99th percentile.</param>
    /// <returns>Its value; NaN where nothing was observed of late.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The quantile is not a number from 0 to 1.</exception>
    public double GetQuantile(double quantile)
    {
        if (!(quantile is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "a quantile lies between 0 and 1");
        }

        var value = double.NaN;
        if (_family is { } family && !family.IsStale(_place))
        {
            _ = family.Read((int)_place, [quantile], new Span<double>(ref value));
        }

        return value;
    }

    /// <summary>The quantiles that are exposed, with their values. Empty for <see langword="default"/>.</summary>
    public SummaryQuantile[] GetQuantiles()
    {
        if (_family is not { } family)
        {
            return [];
        }

        var values = new double[family.Quantiles.Length];
        if (family.IsStale(_place))
        {
            values.AsSpan().Fill(double.NaN);
        }
        else
        {
            _ = family.Read((int)_place, family.Quantiles, values);
        }

        var quantiles = new SummaryQuantile[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            quantiles[i] = new SummaryQuantile(family.Quantiles[i], values[i]);
        }

        return quantiles;
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
    public bool Equals(Summary other) =>
        _family == other._family && (_family is null || _family.AreSame(_place, other._place));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Summary other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_family, (int)_place);

    /// <summary>Whether both are the same series.</summary>
    public static bool operator ==(Summary left, Summary right) => left.Equals(right);

    /// <summary>Whether they are different series.</summary>
    public static bool operator !=(Summary left, Summary right) => !left.Equals(right);
}
