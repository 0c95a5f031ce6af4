using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// What a value depends on and a caller decides: a parameter, or the object that a method is called on. A judgement over
/// inputs is the summary of a function, good for all of its calls.
/// </summary>
internal sealed class Input
{
    private Input(ISymbol subject, Projection? part, ImmutableArray<Step> path, bool isComposed, bool isNamed, Origin? fallback)
    {
        Subject = subject;
        Part = part;
        Path = path;
        IsComposed = isComposed;
        IsNamed = isNamed;
        Fallback = fallback;
    }

    /// <summary>The parameter; for <c>this</c>, its type.</summary>
    public ISymbol Subject { get; }

    public IParameterSymbol? Parameter => Subject as IParameterSymbol;

    /// <summary>The part of the subject that the value depends on.</summary>
    public Projection? Part { get; }

    /// <summary>The stations from the subject on.</summary>
    public ImmutableArray<Step> Path { get; }

    /// <summary>Whether the value became part of a longer text on its way.</summary>
    public bool IsComposed { get; }

    /// <summary>Whether the value still is what the subject's name says.</summary>
    public bool IsNamed { get; }

    /// <summary>The origin that the value's type makes it, where nothing better becomes known.</summary>
    public Origin? Fallback { get; }

    public static Input Of(ISymbol subject, Projection? part) => new(subject, part, ImmutableArray<Step>.Empty, false, true, null);

    public Input Through(ImmutableArray<Step> steps, bool composed) =>
        new(Subject, Part, Origin.Shortened(Path.AddRange(steps)), IsComposed || composed, IsNamed, Fallback?.Through(steps, composed));

    public Input Extended(Projection part) =>
        new(Subject, Part?.Then(part) ?? part, Path, IsComposed, IsNamed || part.Symbol is not null, null);

    public Input Nameless() => new(Subject, Part, Path, IsComposed, false, Fallback);

    public Input Or(Origin fallback) => new(Subject, Part, Path, IsComposed, IsNamed, Fallback ?? fallback);

    public bool IsSameAs(Input other) =>
        SymbolEqualityComparer.Default.Equals(Subject, other.Subject) && Equals(Part, other.Part) && IsComposed == other.IsComposed;
}
