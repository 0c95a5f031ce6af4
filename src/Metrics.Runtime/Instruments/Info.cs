using System.Runtime.CompilerServices;
using TypedMetrics.CompilerServices;

namespace TypedMetrics;

/// <summary>
/// One combination of an info's labels: facts about the process, such as its version. Of all combinations the one that was
/// set last is exposed, with the value 1. A small value that may be kept; two are equal if they are the same combination.
/// <see langword="default"/> tells nothing.
/// </summary>
/// <remarks>Safe for any thread: a scrape shows one combination. Updates never throw, lock or allocate.</remarks>
public readonly struct Info : IEquatable<Info>
{
    private readonly InfoFamily? _family;
    private readonly ulong _place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Info(InfoFamily family, int index, int generation)
    {
        _family = family;
        _place = MetricFamily.PlaceOf(index, generation);
    }

    /// <summary>Whether this combination is the one that is exposed.</summary>
    public bool IsSet => _family is { } family && !family.IsStale(_place) && family.IsSet((int)_place);

    /// <summary>Makes this combination the one that is exposed, in place of any other.</summary>
    public void Set() => _family?.Set(_family.IndexOf(_place));

    /// <summary>Removes this combination from the scrapes; does nothing where another one is exposed.</summary>
    public void Remove()
    {
        if (_family is { } family && !family.IsStale(_place))
        {
            family.Remove((int)_place);
        }
    }

    /// <inheritdoc/>
    public bool Equals(Info other) =>
        _family == other._family && (_family is null || _family.AreSame(_place, other._place));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Info other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_family, (int)_place);

    /// <summary>Whether both are the same combination.</summary>
    public static bool operator ==(Info left, Info right) => left.Equals(right);

    /// <summary>Whether they are different combinations.</summary>
    public static bool operator !=(Info left, Info right) => !left.Equals(right);
}
