using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Use;

/// <summary>A constant that an expression can have as its value.</summary>
/// <param name="Value">The constant.</param>
/// <param name="Location">Where it stands in the expression, or where the variable that holds it does.</param>
/// <param name="Source">Where the constant itself stands.</param>
internal sealed record PassedConstant(object? Value, Location Location, Location Source);
