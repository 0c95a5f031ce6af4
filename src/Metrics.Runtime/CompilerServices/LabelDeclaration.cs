using System.ComponentModel;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

/// <summary>
/// A label and its values, as generated code declares it: a dimension of the series index. Immutable and equal by
/// content; safe for any thread.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LabelDeclaration : IEquatable<LabelDeclaration>
{
    private readonly LabelKind _kind;
    private readonly string[] _values;
    private readonly long _minimum;
    private readonly bool _nullable;
    private readonly OpenLabelValues? _type;
    private readonly double _expireAfter;

    private LabelDeclaration(
        string name, LabelKind kind, int size, int other, string[] values, long minimum, bool nullable, double expireAfter = 0, OpenLabelValues? type = null)
    {
        Name = name;
        _kind = kind;
        Size = size;
        Other = other;
        _values = values;
        _minimum = minimum;
        _nullable = nullable;
        _expireAfter = expireAfter;
        _type = type;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The number of values, with <c>other</c> and the empty one where the label has them.</summary>
    public int Size { get; }

    /// <summary>The index of the overflow value; -1 where there is none.</summary>
    public int Other { get; }

    /// <summary>Whether the values come at run time.</summary>
    internal bool IsOpen => _kind is LabelKind.Open or LabelKind.OpenType;

    /// <summary>Whether it has texts of its own, and not those of a type.</summary>
    internal bool HasOwnTexts => _kind == LabelKind.Open;

    /// <summary>A label with listed values.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">All values in index order, with the text of <c>other</c> and <c>""</c> where the label has them.</param>
    /// <param name="other">The index of the overflow value; -1 where there is none.</param>
    public static LabelDeclaration Closed(string name, string[] values, int other)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(values.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(other, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(other, values.Length);
        return new(name, LabelKind.Closed, values.Length, other, [.. values], 0, nullable: false);
    }

    /// <summary>A label with the integers of a range, then <c>other</c>, then the empty value if it is nullable.</summary>
    /// <param name="name">The name.</param>
    /// <param name="minimum">The lowest value, inclusive.</param>
    /// <param name="maximum">The highest value, inclusive.</param>
    /// <param name="nullable">Whether the label has an empty value.</param>
    public static LabelDeclaration Range(string name, long minimum, long maximum, bool nullable)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, minimum);
        var count = (ulong)maximum - (ulong)minimum;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, int.MaxValue - 3UL, nameof(maximum));
        var other = (int)count + 1;
        return new(name, LabelKind.Range, other + (nullable ? 2 : 1), other, [], minimum, nullable);
    }

    /// <summary>A label with the texts that come first, then <c>other</c>, then the empty value if it is nullable.</summary>
    /// <param name="name">The name.</param>
    /// <param name="maximum">How many different texts, at least 1.</param>
    /// <param name="nullable">Whether the label has an empty value.</param>
    /// <param name="expireAfterSeconds">After how many seconds unseen a text gives its place up; 0 for never.</param>
    public static LabelDeclaration Open(string name, int maximum, bool nullable, double expireAfterSeconds = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximum, int.MaxValue - 2);
        return new(name, LabelKind.Open, maximum + (nullable ? 2 : 1), maximum, [], 0, nullable, OpenLabelValues.ExpiryOf(expireAfterSeconds).TotalSeconds);
    }

    /// <summary>A label with the values of a type marked <c>[OpenLabel]</c>: the empty one, the texts that come first, then <c>other</c>.</summary>
    /// <typeparam name="TLabel">The type.</typeparam>
    /// <param name="name">The name.</param>
    public static LabelDeclaration Open<TLabel>(string name)
        where TLabel : struct, IOpenLabel<TLabel>
    {
        ArgumentNullException.ThrowIfNull(name);
        var values = TLabel.Values;
        return new(name, LabelKind.OpenType, values.Other + 1, values.Other, [], 0, nullable: true, type: values);
    }

    /// <inheritdoc/>
    public bool Equals(LabelDeclaration? other) =>
        other is not null
        && Name == other.Name
        && _kind == other._kind
        && Size == other.Size
        && Other == other.Other
        && _minimum == other._minimum
        && _nullable == other._nullable
        && _type == other._type
        && _expireAfter == other._expireAfter
        && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LabelDeclaration);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, _kind, Size, Other, _minimum);

    /// <summary>The dimension of one family; an open label has its own values in each.</summary>
    internal LabelDimension CreateDimension() => _kind switch
    {
        LabelKind.Closed => new ClosedDimension(this, _values),
        LabelKind.Range => new RangeDimension(this, _minimum),
        LabelKind.OpenType => new OpenLabelDimension(this, _type!),
        _ => new OpenDimension(this, _nullable, TimeSpan.FromSeconds(_expireAfter)),
    };
}
