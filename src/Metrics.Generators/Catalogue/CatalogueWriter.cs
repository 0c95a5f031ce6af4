using System.Collections.Generic;
using System.Linq;
using TypedMetrics.Generators.Emission;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>Writes the catalogue of an assembly as JSON, one metric a line.</summary>
internal static class CatalogueWriter
{
    public static string Write(string assembly, IEnumerable<CatalogueGroup> groups)
    {
        var metrics = groups.SelectMany(static group => group.Metrics.Select(metric => Metric(metric, group)));
        return $"{{\"assembly\":{JsonWriter.Text(assembly)},\"metrics\":[\n{string.Join(",\n", metrics)}\n]}}";
    }

    private static string Metric(MetricModel metric, CatalogueGroup group) => JsonWriter.Object(
    [
        ("name", JsonWriter.Text(metric.Name)),
        ("type", JsonWriter.Text(Word(metric.Type.ToString()))),
        ("unit", JsonWriter.TextOrNothing(metric.Unit)),
        ("help", JsonWriter.TextOrNothing(metric.Help)),
        ("labels", JsonWriter.List(metric.Labels.Select(Label))),
        ("constantLabels", group.ConstantLabels.Count == 0 ? null : JsonWriter.List(group.ConstantLabels.Select(JsonWriter.Text))),
        ("buckets", Buckets(metric)),
        ("quantiles", metric.Window is { } window ? JsonWriter.List(window.Quantiles.Select(Literal.Number)) : null),
        ("maxAgeSeconds", metric.Window is { } aged ? Literal.Number(aged.MaxAgeSeconds ?? Rules.SummaryWindow.DefaultMaxAgeSeconds) : null),
        ("states", metric.States is { } states ? JsonWriter.List(states.Texts.Select(JsonWriter.Text)) : null),
        ("series", Literal.Number(metric.Series)),
        ("lines", Literal.Number(metric.Lines)),
        ("maxSeries", metric.MaxSeries is { } maximum ? Literal.Number(maximum) : null),
        ("seriesBudget", metric.SeriesBudget is { } budget ? Literal.Number(budget) : null),
        ("member", JsonWriter.Text(metric.DocumentationId)),
        ("group", JsonWriter.Text(group.FullName)),
        ("owner", JsonWriter.TextOrNothing(group.Owner)),
        ("static", Literal.Flag(group.Holder is not null)),
    ]);

    private static string Label(LabelModel label) => JsonWriter.Object(
    [
        ("name", JsonWriter.Text(label.Name)),
        ("kind", JsonWriter.Text(Word(label.Kind.ToString()))),
        ("type", label.OpenType is { } type ? JsonWriter.Text(type.Replace("global::", "")) : null),
        ("size", Literal.Number(label.Size)),
        ("nullable", label.IsNullable ? "true" : null),
        ("values", label.Values.Count == 0 ? null : JsonWriter.List(label.Values.Select(JsonWriter.Text))),
        ("minimum", label.Kind == LabelKind.Range ? Literal.Number(label.Minimum) : null),
        ("expireAfter", label.ExpireAfter is { } seconds ? Literal.Number(seconds) : null),
        ("maximum", label.Kind is LabelKind.Range or LabelKind.Open ? Literal.Number(label.Maximum) : null),
    ]);

    private static string? Buckets(MetricModel metric)
    {
        if (metric.Type != MetricType.Histogram)
        {
            return null;
        }

        IEnumerable<double> bounds = metric.Buckets.Count > 0 ? metric.Buckets : Rules.BucketBounds.Default;
        return JsonWriter.List(bounds.Select(Literal.Number));
    }

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
