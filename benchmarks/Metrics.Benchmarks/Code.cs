namespace TypedMetrics.Benchmarks;

/// <summary>Status codes as an enum with gaps.</summary>
public enum Code
{
    Ok = 200,
    Created = 201,
    Moved = 301,
    NotFound = 404,
    Gone = 410,
    Failed = 500,
}
