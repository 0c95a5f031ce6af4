namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>The library whose instruments a case is written for.</summary>
public enum CorpusForm
{
    /// <summary>The instruments of this project.</summary>
    Own,

    /// <summary>Those of <c>System.Diagnostics.Metrics</c>.</summary>
    Meter,
}
