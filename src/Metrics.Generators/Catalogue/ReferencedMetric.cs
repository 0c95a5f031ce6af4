using System;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>What is read of a metric in another assembly: enough for clashes of names and for totals.</summary>
/// <param name="Assembly">The assembly that declares it.</param>
/// <param name="Type">The type of the family.</param>
/// <param name="Name">The name with its prefix.</param>
/// <param name="Group">The full name of its group.</param>
/// <param name="Lines">The lines of a scrape that its labels allow.</param>
internal sealed record ReferencedMetric(string Assembly, MetricType Type, string Name, string Group, long Lines)
{
    /// <summary>The lines of a scrape that it makes at worst, with no more series than it keeps.</summary>
    public long KeptLines { get; init; }

    /// <summary>The budget that its author states.</summary>
    public long? SeriesBudget { get; init; }

    /// <summary>The metric, or <see langword="null"/> where a later version describes a type that is not known here.</summary>
    public static ReferencedMetric? Of(JsonObject metric, string assembly)
    {
        if (metric.Text("name") is not { } name || !Enum.TryParse<MetricType>(metric.Text("type"), ignoreCase: true, out var type))
        {
            return null;
        }

        var lines = Number(metric, "lines") ?? 0;
        var series = Math.Max(Number(metric, "series") ?? lines, 1);
        var kept = Math.Min(series, Number(metric, "maxSeries") ?? SeriesCount.DefaultMaxSeries);
        return new(assembly, type, name, metric.Text("group") ?? "", lines)
        {
            KeptLines = SeriesCount.Lines(kept, (int)Math.Min(lines / series, int.MaxValue)),
            SeriesBudget = Number(metric, "seriesBudget"),
        };
    }

    // A text from elsewhere can hold any number.
    private static long? Number(JsonObject metric, string name) => metric.Number(name) switch
    {
        >= 0 and < long.MaxValue and var number => (long)number,
        >= long.MaxValue => long.MaxValue,
        null => null,
        _ => 0,
    };
}
