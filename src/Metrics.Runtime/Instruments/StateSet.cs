using System.Runtime.CompilerServices;
using TypedMetrics.CompilerServices;
using TypedMetrics.Families;

namespace TypedMetrics;

/// <summary>
/// One series of a state set: states of which each is true or false, exposed as one sample each. A small value that may be
/// kept; two are equal if they are the same series. <see langword="default"/> keeps nothing.
/// </summary>
/// <remarks>
/// Safe for any thread: each update is one atomic step, and a scrape shows the states of one moment. Updates never throw, and
/// neither lock nor allocate once the series has been touched. A value that the enum does not declare is ignored and counted
/// in <c>typedmetrics_invalid_updates_total</c>.
/// </remarks>
/// <typeparam name="TState">The states, 63 at most.</typeparam>
public readonly struct StateSet<TState> : IEquatable<StateSet<TState>>
    where TState : struct, Enum
{
    private readonly StateSetFamily? _family;
    private readonly ulong _place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal StateSet(StateSetFamily family, int index, int generation)
    {
        _family = family;
        _place = MetricFamily.PlaceOf(index, generation);
    }

    /// <summary>The state that alone is true; <see langword="null"/> where none is, or several are.</summary>
    public TState? Current => _family is { } family && !family.IsStale(_place) && family.Current((int)_place) is { } number ? EnumNumber<TState>.From(number) : null;

    /// <summary>Whether a state is true.</summary>
    /// <param name="state">The state.</param>
    public bool IsSet(TState state) => _family is { } family && !family.IsStale(_place) && family.IsSet((int)_place, EnumNumber<TState>.Of(state));

    /// <summary>Makes a state the only true one.</summary>
    /// <param name="state">The state.</param>
    public void Set(TState state) => _family?.Set(_family.IndexOf(_place), EnumNumber<TState>.Of(state));

    /// <summary>Makes a state true or false; the others stay as they are.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isTrue">Whether it is true from now on.</param>
    public void Set(TState state, bool isTrue) => _family?.Set(_family.IndexOf(_place), EnumNumber<TState>.Of(state), isTrue);

    /// <summary>Removes the series from the scrapes. The next update begins it anew, with no state true.</summary>
    public void Remove()
    {
        if (_family is { } family && !family.IsStale(_place))
        {
            family.Remove((int)_place);
        }
    }

    /// <inheritdoc/>
    public bool Equals(StateSet<TState> other) =>
        _family == other._family && (_family is null || _family.AreSame(_place, other._place));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StateSet<TState> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_family, (int)_place);

    /// <summary>Whether both are the same series.</summary>
    public static bool operator ==(StateSet<TState> left, StateSet<TState> right) => left.Equals(right);

    /// <summary>Whether they are different series.</summary>
    public static bool operator !=(StateSet<TState> left, StateSet<TState> right) => !left.Equals(right);
}
