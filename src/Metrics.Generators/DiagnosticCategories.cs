namespace TypedMetrics.Generators;

/// <summary>The categories of the diagnostics, one for each range of ids.</summary>
internal static class DiagnosticCategories
{
    public const string Declaration = "TypedMetrics.Declaration";
    public const string Naming = "TypedMetrics.Naming";
    public const string Cardinality = "TypedMetrics.Cardinality";
    public const string Use = "TypedMetrics.Use";
    public const string Findings = "TypedMetrics.Findings";
}
