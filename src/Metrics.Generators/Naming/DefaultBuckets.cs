using System.Collections.Immutable;
using System.Linq;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Naming;

/// <summary>Histograms of something else than seconds that have the default buckets: MET111.</summary>
internal static class DefaultBuckets
{
    /// <summary>In a diagnostic's properties: the base unit that is measured, or an empty text.</summary>
    public const string UnitProperty = "Unit";

    public static void Check(MetricName name, NamingReport report)
    {
        if (name.Type == MetricType.Histogram && !HasOwnBuckets(name.Metric) && OtherThanSeconds(name) is { } what)
        {
            var properties = ImmutableDictionary<string, string?>.Empty.Add(UnitProperty, what.Unit);
            report.Report(report.SpotOf(name), NamingDescriptors.LatencyBuckets, properties, [name.Full, what.Text]);
        }
    }

    private static bool HasOwnBuckets(ParsedMetric metric) =>
        metric.Attribute.Named("Buckets") is { IsNull: false }
        || metric.Member.FindAttribute(KnownNames.ExponentialBuckets) is not null
        || metric.Member.FindAttribute(KnownNames.LinearBuckets) is not null;

    /// <summary>What is measured instead; <see langword="null"/> for seconds, and for a duration whose unit is wrong or not said.</summary>
    private static (string Unit, string Text)? OtherThanSeconds(MetricName name)
    {
        var better = MetricUnits.Find(name) is (_, _, { Base: var found }) ? found : null;
        var unit = better ?? name.Metric.Attribute.NamedText("Unit") ?? Units.FromName(name.Full);
        if (unit is { Length: > 0 })
        {
            return unit == "seconds" ? null : (unit, $"it measures {unit}");
        }

        return name.Words.Any(static word => UnitWords.IsDuration(word.Text) || word.Text == "seconds")
            ? null
            : ("", "its name does not end in '_seconds'");
    }
}
