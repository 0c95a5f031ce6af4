namespace TypedMetrics.Generators.Parsing;

/// <summary>Writes the types of metrics as words.</summary>
internal static class TypeText
{
    /// <summary><c>counter</c>, <c>state set</c></summary>
    public static string Word(MetricType type) => type == MetricType.StateSet ? "state set" : type.ToString().ToLowerInvariant();

    /// <summary><c>a counter</c>, <c>an info</c></summary>
    public static string WithArticle(MetricType type) => (type == MetricType.Info ? "an " : "a ") + Word(type);

    /// <summary><c>Counter</c>, <c>State set</c>; at the beginning of a sentence.</summary>
    public static string Title(MetricType type) => type == MetricType.StateSet ? "State set" : type.ToString();
}
