using System.Linq;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>The multiplication behind a metric's worst case, as MET204 shows it.</summary>
internal static class SeriesArithmetic
{
    /// <summary><c>endpoint 48 x status 100 x 14 lines</c></summary>
    public static string FactorsOf(MetricModel metric)
    {
        var factors = metric.Labels.Select(static label => $"{label.Name} {SeriesText.Number(label.Size)}").ToList();
        var lines = SeriesCount.LinesPerSeries(metric.Type, metric.BucketCount);
        if (lines > 1)
        {
            factors.Add($"{SeriesText.Number(lines)} lines");
        }

        return factors.Count == 0 ? "1 line" : string.Join(" x ", factors);
    }

    /// <summary><c>; 24,000 x 40 instances = 960,000</c>, or nothing for one instance.</summary>
    public static string AcrossInstances(long lines, int replicas) => replicas < 2 || lines > long.MaxValue / replicas
        ? ""
        : $"; {SeriesText.Number(lines)} x {SeriesText.Number(replicas)} instances = {SeriesText.Number(lines * replicas)}";
}
