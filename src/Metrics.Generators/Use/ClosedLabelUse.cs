using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Use;

/// <summary>A place at which a value is given to a closed label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Value">The value, in the source's form.</param>
internal sealed record ClosedLabelUse(ClosedLabelValues Label, IOperation Value);
