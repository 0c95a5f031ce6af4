using System.Collections.Immutable;
using System.Linq;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Naming;

/// <summary>Histograms of something else than seconds that have the default buckets: MET111.</summary>
internal static class DefaultBuckets
{
    public static void Check(MetricName name, NamingReport report)
    {
        if (name.Type == MetricType.Histogram && !HasOwnBuckets(name.Metric) && OtherThanSeconds(name) is { } what)
        {
            report.Report(
                report.SpotOf(name), NamingDescriptors.LatencyBuckets, ImmutableDictionary<string, string?>.Empty, [name.Full, what]);
        }
    }

    private static bool HasOwnBuckets(ParsedMetric metric) =>
        metric.Attribute.Named("Buckets") is { IsNull: false }
        || metric.Member.FindAttribute(KnownNames.ExponentialBuckets) is not null
        || metric.Member.FindAttribute(KnownNames.LinearBuckets) is not null;

    /// <summary>What is measured instead; <see langword="null"/> for seconds, and for a duration whose unit is wrong or not said.</summary>
    private static string? OtherThanSeconds(MetricName name)
    {
        var unit = name.Metric.Attribute.NamedText("Unit") ?? Units.FromName(name.Full);
        if (unit is { Length: > 0 })
        {
            return unit == "seconds" || MetricUnits.Find(name) is (_, _, { Base: "seconds" }) ? null : $"it measures {unit}";
        }

        var isDuration = name.Words.Any(static word => UnitWords.IsDuration(word.Text) || word.Text == "seconds");
        return MetricUnits.Find(name) is (_, _, { Base: var better })
            ? better == "seconds" ? null : $"it measures {better}"
            : isDuration ? null : "its name does not end in '_seconds'";
    }
}
