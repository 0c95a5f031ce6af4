using Microsoft.CodeAnalysis;

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

    /// <summary>Whether the variable keeps what it held before, too.</summary>
    public bool IsAddition => Kind is DefinitionKind.Addition;
}
