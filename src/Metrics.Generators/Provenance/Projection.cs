using System;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// The part of a value that a question is about: an element of a tuple, a property or field of an object, the keys or
/// values of a dictionary, the result of a delegate, and so on inwards. <see langword="null"/> stands for the whole
/// value. Elements of a sequence are not told apart from the sequence.
/// </summary>
internal sealed class Projection : IEquatable<Projection>
{
    private Projection(ProjectionKind kind, int ordinal, ISymbol? member, Projection? inner, object? label = null)
    {
        Kind = kind;
        Label = label;
        Ordinal = ordinal;
        Symbol = member;
        Inner = inner;
        Depth = 1 + (inner?.Depth ?? 0);
    }

    /// <summary>The values of a dictionary, or of each pair.</summary>
    public static Projection Value { get; } = ValueOf(null);

    /// <summary>The keys of a dictionary, or of each pair.</summary>
    public static Projection Key { get; } = KeyOf(null);

    public ProjectionKind Kind { get; }

    /// <summary>The tuple element's place, from 0; -1 for another part.</summary>
    public int Ordinal { get; }

    /// <summary>The property or field; <see langword="null"/> for another part.</summary>
    public ISymbol? Symbol { get; }

    /// <summary>The one key whose value is meant: a constant or a static member; <see langword="null"/> for all of a dictionary's values.</summary>
    public object? Label { get; }

    /// <summary>The part of that part.</summary>
    public Projection? Inner { get; }

    /// <summary>How many parts lie in one another.</summary>
    public int Depth { get; }

    public static Projection Element(int ordinal, Projection? inner) => new(ProjectionKind.Element, ordinal, null, inner);

    public static Projection Member(ISymbol member, Projection? inner) =>
        member is IPropertySymbol { ContainingType.Name: "KeyValuePair", Name: var name }
            ? name == "Key" ? KeyOf(inner) : ValueOf(inner)
            : new(ProjectionKind.Member, -1, member.OriginalDefinition, inner);

    public static Projection KeyOf(Projection? inner) => new(ProjectionKind.Key, -1, null, inner);

    public static Projection ValueOf(Projection? inner) => new(ProjectionKind.Value, -1, null, inner);

    /// <summary>The value that a dictionary has for a key.</summary>
    public static Projection ValueAt(object key, Projection? inner) => new(ProjectionKind.Value, -1, null, inner, key);

    public static Projection Result(Projection? inner) => new(ProjectionKind.Result, -1, null, inner);

    /// <summary>This part, and of it another: the order is outside in.</summary>
    public Projection Then(Projection? last) => last is null ? this : new(Kind, Ordinal, Symbol, Inner?.Then(last) ?? last, Label);

    /// <summary>The outermost part alone, of which another is taken.</summary>
    public Projection Of(Projection? inner) => new(Kind, Ordinal, Symbol, inner, Label);

    /// <summary>Whether the outermost parts are the same.</summary>
    public bool HasSameHead(Projection other) =>
        Kind == other.Kind && Ordinal == other.Ordinal && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol);

    public bool Equals(Projection? other) =>
        other is not null && Depth == other.Depth && HasSameHead(other) && Equals(Label, other.Label) && Equals(Inner, other.Inner);

    public override bool Equals(object? obj) => Equals(obj as Projection);

    public override int GetHashCode() =>
        unchecked((((((int)Kind * 31) + Ordinal) * 31) + SymbolEqualityComparer.Default.GetHashCode(Symbol)) * 31 + (Inner?.GetHashCode() ?? 0));
}
