using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>A place at which a value is given to an open label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Value">The value, an operation of a control-flow graph.</param>
/// <param name="Location">The expression in the source.</param>
/// <param name="Part">The part of the value that becomes the label's text; <see langword="null"/> for all of it.</param>
internal sealed record LabelUse(OpenLabel Label, IOperation Value, Location Location, Projection? Part = null)
{
    /// <summary>Whether the value can hold what earlier uses of the same operation are about, too: that is told there.</summary>
    public bool IsWhole { get; init; }
}
