using System;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// The part of a value that a question is about: an element of a tuple, a property or field of an object, and so on
/// inwards. <see langword="null"/> stands for the whole value.
/// </summary>
internal sealed class Projection : IEquatable<Projection>
{
    private Projection(int ordinal, ISymbol? member, Projection? inner)
    {
        Ordinal = ordinal;
        Symbol = member;
        Inner = inner;
    }

    /// <summary>The tuple element's place, from 0; -1 for a member.</summary>
    public int Ordinal { get; }

    /// <summary>The property or field; <see langword="null"/> for a tuple element.</summary>
    public ISymbol? Symbol { get; }

    /// <summary>The part of that part.</summary>
    public Projection? Inner { get; }

    public static Projection Element(int ordinal, Projection? inner) => new(ordinal, null, inner);

    public static Projection Member(ISymbol member, Projection? inner) => new(-1, member, inner);

    /// <summary>This part, and of it another: the order is outside in.</summary>
    public Projection Then(Projection last) => new(Ordinal, Symbol, Inner?.Then(last) ?? last);

    public bool Equals(Projection? other) =>
        other is not null
        && Ordinal == other.Ordinal
        && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol)
        && Equals(Inner, other.Inner);

    public override bool Equals(object? obj) => Equals(obj as Projection);

    public override int GetHashCode() =>
        unchecked((((Ordinal * 31) + SymbolEqualityComparer.Default.GetHashCode(Symbol)) * 31) + (Inner?.GetHashCode() ?? 0));
}
