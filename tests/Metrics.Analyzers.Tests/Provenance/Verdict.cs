namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>What is true of a case.</summary>
public enum Verdict
{
    /// <summary>The value has no bound, and the analyzer must say so.</summary>
    Bad,

    /// <summary>The value is bounded, and nothing may be said.</summary>
    Ok,

    /// <summary>Nobody can tell from the code, and nothing may be said.</summary>
    Unknown,
}
