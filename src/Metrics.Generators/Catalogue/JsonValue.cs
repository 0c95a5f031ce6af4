namespace TypedMetrics.Generators.Catalogue;

/// <summary>A JSON value: analyzers carry no library of their own that could read one.</summary>
internal abstract record JsonValue;
