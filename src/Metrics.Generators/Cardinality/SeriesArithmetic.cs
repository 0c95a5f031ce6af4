using System;
using System.Linq;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>The multiplication behind a metric's worst case, as MET204 shows it.</summary>
internal static class SeriesArithmetic
{
    /// <summary>The lines that the labels allow, or that a stated <c>MaxSeries</c> leaves of them: MET204's number.</summary>
    public static long AllowedLines(MetricModel metric) => Lines(metric, Math.Min(metric.Series, metric.MaxSeries ?? long.MaxValue));

    /// <summary>The lines that can be there at run time, where a metric keeps 10,000 series unless it states another number: MET205's.</summary>
    public static long KeptLines(MetricModel metric) => Lines(metric, Math.Min(metric.Series, metric.MaxSeries ?? SeriesCount.DefaultMaxSeries));

    /// <summary><c>endpoint 48 x status 100 x 14 lines</c>; <c>endpoint 48 x status 100, cut to 500 by MaxSeries, x 14 lines</c></summary>
    public static string FactorsOf(MetricModel metric)
    {
        var factors = string.Join(" x ", metric.Labels.Select(static label => $"{label.Name} {SeriesText.Number(label.Size)}"));
        var isCut = metric.MaxSeries < metric.Series;
        if (isCut)
        {
            factors += $", cut to {SeriesText.Number(metric.MaxSeries!.Value)} by MaxSeries";
        }

        var lines = LinesPerSeries(metric);
        if (lines > 1)
        {
            factors += $"{(isCut ? ", x " : factors.Length > 0 ? " x " : "")}{SeriesText.Number(lines)} lines";
        }

        return factors.Length == 0 ? "1 line" : factors;
    }

    /// <summary><c>; 24,000 x 40 instances = 960,000</c>, or nothing for one instance.</summary>
    public static string AcrossInstances(long lines, int replicas) => replicas < 2 || lines > long.MaxValue / replicas
        ? ""
        : $"; {SeriesText.Number(lines)} x {SeriesText.Number(replicas)} instances = {SeriesText.Number(lines * replicas)}";

    /// <summary>The sum, or the highest number where that is more.</summary>
    public static long Sum(long one, long other) => one > long.MaxValue - other ? long.MaxValue : one + other;

    public static int LinesPerSeries(MetricModel metric) => SeriesCount.LinesPerSeries(metric.Type, metric.PartCount);

    private static long Lines(MetricModel metric, long series) => SeriesCount.Lines(series, LinesPerSeries(metric));
}
