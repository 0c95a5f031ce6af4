using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// A parameter that a value depends on: what its callers pass decides. A judgement over inputs is the summary of a
/// function, good for all of its calls.
/// </summary>
internal sealed class Input(IParameterSymbol parameter, ImmutableArray<Step> path, bool isComposed)
{
    public IParameterSymbol Parameter { get; } = parameter;

    /// <summary>The stations from the parameter on.</summary>
    public ImmutableArray<Step> Path { get; } = path;

    /// <summary>Whether the value became part of a longer text on its way.</summary>
    public bool IsComposed { get; } = isComposed;

    public Input Through(ImmutableArray<Step> steps, bool composed) =>
        new(Parameter, Path.AddRange(steps), IsComposed || composed);

    public bool IsSameAs(Input other) => SymbolEqualityComparer.Default.Equals(Parameter, other.Parameter);
}
