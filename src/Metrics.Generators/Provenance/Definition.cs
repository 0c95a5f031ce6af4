using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>A point at which a variable gets a value.</summary>
/// <param name="variable">The variable.</param>
/// <param name="kind">How the value follows from the operation.</param>
/// <param name="source">The operation that gives the value.</param>
/// <param name="part">The part of the operation's value, where it is taken apart.</param>
/// <param name="position">Where; the value is visible after it.</param>
/// <param name="target">What is assigned, for the message.</param>
internal sealed class Definition(
    Variable variable, DefinitionKind kind, IOperation source, Projection? part, Position position, IOperation target)
{
    public Variable Variable { get; } = variable;

    public DefinitionKind Kind { get; } = kind;

    public IOperation Source { get; } = source;

    public Projection? Part { get; } = part;

    public Position Position { get; } = position;

    public IOperation Target { get; } = target;

    /// <summary>The member that is written, where the object of a variable is changed and not the variable.</summary>
    public ISymbol? Member => Kind == DefinitionKind.Member ? ((IMemberReferenceOperation)Target).Member.OriginalDefinition : null;

    /// <summary>Whether nothing of what the variable held before is left of the part that is asked for.</summary>
    public bool Replaces(Projection? asked) => Kind switch
    {
        DefinitionKind.Addition or DefinitionKind.Element or DefinitionKind.Buffer or DefinitionKind.Lent or DefinitionKind.Referred => false,
        DefinitionKind.Member => asked is not null && SymbolEqualityComparer.Default.Equals(asked.Symbol, Member),
        _ => true,
    };
}
