using System.Collections.Immutable;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Naming;

/// <summary>The unit in a metric's name: MET103 for another than the base unit, MET107 for an abbreviated one.</summary>
internal static class MetricUnits
{
    /// <summary>The word for a unit that is not the base unit, or is abbreviated; <see langword="null"/> where there is none.</summary>
    public static (int First, int End, BaseUnit Unit)? Find(MetricName name)
    {
        // An empty text says that the last word is no unit; one that does not end the name is MET004's matter.
        if (name.Metric.Attribute.NamedText("Unit") is { } stated
            && (stated.Length == 0 || !Units.IsSuffixOf(stated, MetricNames.BaseName(name.Type, name.Full))))
        {
            return null;
        }

        for (var i = name.Subject - 1; i >= 0; i--)
        {
            if (name.IsOwn(name.Words[i]) && UnitWords.TryGet(name.Words[i].Text, out var unit) && IsUnit(name, i, unit))
            {
                return i > 0 && unit.Base == "seconds" && UnitWords.IsPower(name.Words[i - 1].Text)
                    ? (i - 1, i + 1, new("joules", false, unit.Certainty))
                    : (i, i + 1, unit);
            }
        }

        return null;
    }

    public static void Check(MetricName name, NamingReport report)
    {
        if (Find(name) is not var (first, end, unit))
        {
            return;
        }

        var start = name.Words[first].Start;
        var written = name.Full.Substring(start, name.Words[end - 1].End - start);
        var properties = name.Metric.Attribute.NamedText("Unit") is { } stated
            ? ImmutableDictionary<string, string?>.Empty.Add(NamingReport.OldUnit, stated).Add(NamingReport.NewUnit, unit.Base)
            : ImmutableDictionary<string, string?>.Empty;
        report.Name(
            name,
            unit.IsAbbreviation ? NamingDescriptors.AbbreviatedUnit : NamingDescriptors.NotBaseUnit,
            name.Replace(first, end, unit.Base),
            properties,
            name.Full,
            written,
            unit.Base);
    }

    private static bool IsUnit(MetricName name, int index, BaseUnit unit)
    {
        var before = index > 0 ? name.Words[index - 1].Text : "";
        if (index > 0 && UnitWords.MakesSpan(before))
        {
            return false;
        }

        return unit.Certainty == UnitCertainty.Always
            || (index > 0 && IsAtEnd(name, index) && unit.Certainty switch
            {
                UnitCertainty.AfterDuration => name.Type is MetricType.Histogram or MetricType.Summary || UnitWords.IsDuration(before),
                UnitCertainty.AfterSize => name.Type is MetricType.Histogram or MetricType.Summary || UnitWords.IsSize(before),
                _ => true,
            });
    }

    /// <summary>Whether only statistics, or what it is counted by, follow: <c>latency_ms_max</c>, <c>bits_per_second</c>.</summary>
    private static bool IsAtEnd(MetricName name, int index)
    {
        for (var i = index + 1; i < name.Subject; i++)
        {
            if (name.Words[i].Text == "per")
            {
                return true;
            }

            if (!UnitWords.IsStatistic(name.Words[i].Text))
            {
                return false;
            }
        }

        return true;
    }
}
