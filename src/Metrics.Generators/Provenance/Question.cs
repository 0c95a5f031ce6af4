using System;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Something that is judged once for a compilation.</summary>
/// <remarks>No struct: a compiler run is short, and dictionaries of structs must be compiled anew in each.</remarks>
internal sealed class Question(QuestionKind kind, object subject, Projection? part) : IEquatable<Question>
{
    public QuestionKind Kind { get; } = kind;

    public bool Equals(Question? other) =>
        other is not null && Kind == other.Kind && Equals(Part, other.Part) && (Subject is ISymbol symbol
            ? SymbolEqualityComparer.Default.Equals(symbol, other.Subject as ISymbol)
            : ReferenceEquals(Subject, other.Subject));

    public override bool Equals(object? obj) => obj is Question other && Equals(other);

    public override int GetHashCode()
    {
        var hash = Subject is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : RuntimeHelpers.GetHashCode(Subject);
        return unchecked((hash * 31) + (int)Kind + ((Part?.GetHashCode() ?? 0) * 17));
    }

    private object Subject { get; } = subject;

    private Projection? Part { get; } = part;
}
