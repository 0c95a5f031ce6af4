namespace TypedMetrics.Rules;

/// <summary>The rules for label names, one for the build and the run time.</summary>
internal static class LabelNames
{
    /// <summary>Whether the text is <c>[a-zA-Z_][a-zA-Z0-9_]*</c>.</summary>
    public static bool IsValid(string? name) =>
        MetricNames.IsValid(name) && name!.IndexOf(':') < 0;

    /// <summary>Whether Prometheus or an exposition format keeps the name for itself: <c>__…</c>, <c>le</c>, <c>quantile</c>.</summary>
    public static bool IsReserved(string name) =>
        name is "le" or "quantile" || name.StartsWith("__", System.StringComparison.Ordinal);
}
