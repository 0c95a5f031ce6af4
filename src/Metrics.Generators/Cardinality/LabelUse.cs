using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>A place at which a value is given to an open label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Value">The value, an operation of a control-flow graph.</param>
/// <param name="Location">The expression in the source.</param>
internal sealed record LabelUse(OpenLabel Label, IOperation Value, Location Location);
