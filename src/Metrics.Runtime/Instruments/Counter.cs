using System.Runtime.CompilerServices;
using TypedMetrics.CompilerServices;

namespace TypedMetrics;

/// <summary>
/// One series of a counter: a value that only goes up. A small value that may be kept; two are equal if they are the same
/// series. <see langword="default"/> counts nothing.
/// </summary>
/// <remarks>
/// Safe for any thread. Updates never throw, and neither lock nor allocate once the series has been touched. An amount that
/// is negative, NaN or infinite is ignored and counted in <c>typedmetrics_invalid_updates_total</c>.
/// </remarks>
public readonly partial struct Counter : IEquatable<Counter>
{
    private readonly CounterFamily? _family;
    private readonly ulong _place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Counter(CounterFamily family, int index, int generation)
    {
        _family = family;
        _place = MetricFamily.PlaceOf(index, generation);
    }

    /// <summary>The value as it is now; 0 where nothing has been counted.</summary>
    public double Value => _family is { } family && !family.IsStale(_place) ? family.Read((int)_place) : 0;

    /// <summary>Adds 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Inc() => _family?.Increment(_place);

    /// <summary>Adds an amount. Adding 0 touches the series, so that it is exposed from now on.</summary>
    /// <param name="amount">The amount, not negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Inc(long amount) => _family?.Add(_place, amount);

    /// <summary>Adds an amount. Adding 0 touches the series, so that it is exposed from now on.</summary>
    /// <param name="amount">The amount, finite and not negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Inc(double amount) => _family?.Add(_place, amount);

    /// <summary>Adds 1, with an exemplar.</summary>
    /// <param name="exemplar">What the 1 is; see <see cref="Exemplar"/>.</param>
    public void Inc(in Exemplar exemplar) => _family?.Add(_place, 1, exemplar);

    /// <summary>Adds an amount, with an exemplar.</summary>
    /// <param name="amount">The amount, finite and not negative.</param>
    /// <param name="exemplar">What was counted; see <see cref="Exemplar"/>.</param>
    public void Inc(double amount, in Exemplar exemplar) => _family?.Add(_place, amount, exemplar);

    /// <summary>
    /// Raises the value to at least a given one: for a count that is kept elsewhere and mirrored here.
    /// </summary>
    /// <param name="value">The value, finite and not negative. Below the current value it changes nothing.</param>
    public void IncTo(double value) => _family?.RaiseTo(_family.IndexOf(_place), value);

    /// <summary>
    /// Removes the series from the scrapes. The next update begins it anew at 0. An update that runs meanwhile counts
    /// either before or after.
    /// </summary>
    public void Remove()
    {
        if (_family is { } family && !family.IsStale(_place))
        {
            _ = family.Remove((int)_place);
        }
    }

    /// <inheritdoc/>
    public bool Equals(Counter other) =>
        _family == other._family && (_family is null || _family.AreSame(_place, other._place));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Counter other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_family, (int)_place);

    /// <summary>Whether both are the same series.</summary>
    public static bool operator ==(Counter left, Counter right) => left.Equals(right);

    /// <summary>Whether they are different series.</summary>
    public static bool operator !=(Counter left, Counter right) => !left.Equals(right);
}
