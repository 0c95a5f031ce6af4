namespace TypedMetrics.Benchmarks;

/// <summary>An open label as a type.</summary>
[OpenLabel(64)]
public readonly partial struct Tenant;
