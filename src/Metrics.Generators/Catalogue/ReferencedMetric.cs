using System;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>What is read of a metric in another assembly: enough for clashes of names and for totals.</summary>
/// <param name="Assembly">The assembly that declares it.</param>
/// <param name="Type">The type of the family.</param>
/// <param name="Name">The name with its prefix.</param>
/// <param name="Group">The full name of its group.</param>
/// <param name="Lines">The lines of a scrape that it makes at worst.</param>
internal sealed record ReferencedMetric(string Assembly, MetricType Type, string Name, string Group, long Lines)
{
    /// <summary>The metric, or <see langword="null"/> where a later version describes a type that is not known here.</summary>
    public static ReferencedMetric? Of(JsonObject metric, string assembly) =>
        metric.Text("name") is { } name && Enum.TryParse<MetricType>(metric.Text("type"), ignoreCase: true, out var type)
            ? new(assembly, type, name, metric.Text("group") ?? "", (long)(metric.Number("lines") ?? 0))
            : null;
}
