namespace TypedMetrics.Generators.Catalogue;

/// <summary>Text, a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed record JsonScalar(object? Value) : JsonValue;
