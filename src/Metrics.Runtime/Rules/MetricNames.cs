using System;
using System.Collections.Generic;

namespace TypedMetrics.Rules;

/// <summary>
/// The rules for metric names, one for the build and the run time. A declared name becomes a base name (OpenMetrics'
/// family name, without <c>_total</c>), and each exposed name follows from base name and type.
/// </summary>
internal static class MetricNames
{
    private static readonly string[] NoSuffixes = [];
    private static readonly string[] CounterSuffixes = ["_total", "_created"];
    private static readonly string[] InfoSuffixes = ["_info"];
    private static readonly string[] HistogramSuffixes = ["_bucket", "_sum", "_count", "_created"];
    private static readonly string[] SummarySuffixes = ["_sum", "_count", "_created"];

    /// <summary>Whether the text is <c>[a-zA-Z_:][a-zA-Z0-9_:]*</c>, the names that every Prometheus reads.</summary>
    public static bool IsValid(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return false;
        }

        for (var i = 0; i < name!.Length; i++)
        {
            var c = name[i];
            var isLegal = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or ':' || (i > 0 && c is >= '0' and <= '9');
            if (!isLegal)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The name without the ending that its type appends: <c>requests</c> for the counter <c>requests_total</c>.</summary>
    public static string BaseName(MetricType type, string name) =>
        Ending(type) is { Length: > 0 } ending && name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - ending.Length)
            : name;

    /// <summary>The family's name in text 0.0.4: <c>requests_total</c> for a counter, <c>build_info</c> for an info.</summary>
    public static string TextName(MetricType type, string baseName) => baseName + Ending(type);

    /// <summary>What the type appends to a name that lacks it; empty for most.</summary>
    public static string Ending(MetricType type) => type switch
    {
        MetricType.Counter => "_total",
        MetricType.Info => "_info",
        _ => "",
    };

    /// <summary>Whether families of the type can have a unit (OpenMetrics 1.0, "StateSet" and "Info", knows none there).</summary>
    public static bool CanHaveUnit(MetricType type) => type is not (MetricType.StateSet or MetricType.Info);

    /// <summary>The endings of the samples that a family of the type can expose beside its bare name.</summary>
    public static IReadOnlyList<string> Suffixes(MetricType type) => type switch
    {
        MetricType.Counter => CounterSuffixes,
        MetricType.Histogram => HistogramSuffixes,
        MetricType.Summary => SummarySuffixes,
        MetricType.Info => InfoSuffixes,
        _ => NoSuffixes,
    };

    /// <summary>
    /// All names that a family reserves: its base name and each sample's name. Two families clash when these meet
    /// (OpenMetrics 1.0, "Suffixes").
    /// </summary>
    public static IEnumerable<string> Reserved(MetricType type, string baseName)
    {
        yield return baseName;
        foreach (var suffix in Suffixes(type))
        {
            yield return baseName + suffix;
        }
    }
}
