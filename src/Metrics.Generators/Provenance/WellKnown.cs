namespace TypedMetrics.Generators.Provenance;

/// <summary>Names that the compiler gives.</summary>
internal static class WellKnown
{
    /// <summary>The method by which <c>with</c> copies a record.</summary>
    public const string Clone = "<Clone>$";
}
