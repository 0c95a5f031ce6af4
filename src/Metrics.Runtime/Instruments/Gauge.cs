using System.Runtime.CompilerServices;
using TypedMetrics.CompilerServices;

namespace TypedMetrics;

/// <summary>
/// One series of a gauge: a value that goes up and down. A small value that may be kept; two are equal if they are the
/// same series. <see langword="default"/> keeps nothing.
/// </summary>
/// <remarks>
/// Safe for any thread. Updates never throw, and neither lock nor allocate once the series has been touched. Adding or
/// subtracting NaN or an infinity is ignored and counted in <c>typedmetrics_invalid_updates_total</c>; setting takes any
/// value.
/// </remarks>
public readonly struct Gauge : IEquatable<Gauge>
{
    private readonly GaugeFamily? _family;
    private readonly ulong _place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Gauge(GaugeFamily family, int index, int generation)
    {
        _family = family;
        _place = MetricFamily.PlaceOf(index, generation);
    }

    /// <summary>The value as it is now; 0 where none has been set.</summary>
    public double Value => _family is { } family && !family.IsStale(_place) ? family.ValueOf((int)_place) : 0;

    /// <summary>Sets the value.</summary>
    /// <param name="value">Any value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(double value) => _family?.Set(_place, value);

    /// <summary>Adds 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Inc() => _family?.Add(_place, 1);

    /// <summary>Adds an amount.</summary>
    /// <param name="amount">The amount, finite; it may be negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Inc(double amount) => _family?.Add(_place, amount);

    /// <summary>Subtracts 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dec() => _family?.Add(_place, -1);

    /// <summary>Subtracts an amount.</summary>
    /// <param name="amount">The amount, finite; it may be negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dec(double amount) => _family?.Add(_place, -amount);

    /// <summary>Sets the value to the time of the registry's clock in Unix seconds.</summary>
    public void SetToCurrentTime()
    {
        if (_family is { } family)
        {
            family.Set(_place, (family.Clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds);
        }
    }

    /// <summary>Adds 1 now and subtracts it when the result is disposed: <c>using (gauge.TrackInProgress()) …</c></summary>
    public InProgress TrackInProgress()
    {
        Inc();
        return new InProgress(this);
    }

    /// <summary>Sets the value to the seconds that have gone when the result is disposed: <c>using (gauge.Time()) …</c></summary>
    public GaugeTimer Time() => new(this, DurationTimer.Start(_family?.Clock ?? TimeProvider.System));

    /// <summary>Removes the series from the scrapes. The next update begins it anew from 0.</summary>
    public void Remove()
    {
        if (_family is { } family && !family.IsStale(_place))
        {
            family.Remove((int)_place);
        }
    }

    /// <inheritdoc/>
    public bool Equals(Gauge other) =>
        _family == other._family && (_family is null || _family.AreSame(_place, other._place));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Gauge other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_family, (int)_place);

    /// <summary>Whether both are the same series.</summary>
    public static bool operator ==(Gauge left, Gauge right) => left.Equals(right);

    /// <summary>Whether they are different series.</summary>
    public static bool operator !=(Gauge left, Gauge right) => !left.Equals(right);
}
