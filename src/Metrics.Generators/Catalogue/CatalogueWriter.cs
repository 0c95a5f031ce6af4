using System.Collections.Generic;
using System.Text;
using TypedMetrics.Generators.Emission;
using TypedMetrics.Generators.Model;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>Writes the catalogue of an assembly as JSON, one metric a line.</summary>
internal static class CatalogueWriter
{
    public static void Write(StringBuilder text, string assembly, IEnumerable<CatalogueGroup> groups)
    {
        var json = new JsonWriter(text);
        json.Begin('{');
        json.Name("assembly").Text(assembly);
        json.Name("metrics").Begin('[');
        foreach (var group in groups)
        {
            foreach (var metric in group.Metrics)
            {
                json.Line();
                Metric(json, metric, group);
            }
        }

        text.Append('\n');
        json.End(']');
        json.End('}');
    }

    private static void Metric(JsonWriter json, MetricModel metric, CatalogueGroup group)
    {
        json.Begin('{');
        json.Name("name").Text(metric.Name);
        json.Name("type").Text(Word(metric.Type.ToString()));
        Optional(json, "unit", metric.Unit);
        Optional(json, "help", metric.Help);
        json.Name("labels").Begin('[');
        foreach (var label in metric.Labels)
        {
            Label(json, label);
        }

        json.End(']');
        if (group.ConstantLabels.Count > 0)
        {
            Texts(json, "constantLabels", group.ConstantLabels);
        }

        Values(json, metric);
        json.Name("series").Plain(Literal.Number(metric.Series));
        json.Name("lines").Plain(Literal.Number(metric.Lines));
        Optional(json, "maxSeries", metric.MaxSeries);
        Optional(json, "seriesBudget", metric.SeriesBudget);
        json.Name("member").Text(metric.DocumentationId);
        json.Name("group").Text(group.FullName);
        Optional(json, "owner", group.Owner);
        json.Name("static").Plain(Literal.Flag(group.Holder is not null));
        json.End('}');
    }

    /// <summary>What only some types have.</summary>
    private static void Values(JsonWriter json, MetricModel metric)
    {
        if (metric.Type == MetricType.Histogram)
        {
            Numbers(json, "buckets", metric.Buckets.Count > 0 ? metric.Buckets : BucketBounds.Default);
        }

        if (metric.Window is { } window)
        {
            Numbers(json, "quantiles", window.Quantiles);
            json.Name("maxAgeSeconds").Plain(Literal.Number(window.MaxAgeSeconds ?? SummaryWindow.DefaultMaxAgeSeconds));
        }

        if (metric.States is { } states)
        {
            Texts(json, "states", states.Texts);
        }
    }

    private static void Label(JsonWriter json, LabelModel label)
    {
        json.Begin('{');
        json.Name("name").Text(label.Name);
        json.Name("kind").Text(Word(label.Kind.ToString()));
        Optional(json, "type", label.OpenType?.Replace("global::", ""));
        json.Name("size").Plain(Literal.Number(label.Size));
        if (label.IsNullable)
        {
            json.Name("nullable").Plain(Literal.Flag(true));
        }

        if (label.Values.Count > 0)
        {
            Texts(json, "values", label.Values);
        }

        if (label.Kind == LabelKind.Range)
        {
            json.Name("minimum").Plain(Literal.Number(label.Minimum));
        }

        if (label.ExpireAfter is { } seconds)
        {
            json.Name("expireAfter").Plain(Literal.Number(seconds));
        }

        if (label.Kind is LabelKind.Range or LabelKind.Open)
        {
            json.Name("maximum").Plain(Literal.Number(label.Maximum));
        }

        json.End('}');
    }

    private static void Texts(JsonWriter json, string name, EquatableArray<string> texts)
    {
        json.Name(name).Begin('[');
        foreach (var text in texts)
        {
            json.Text(text);
        }

        json.End(']');
    }

    private static void Numbers(JsonWriter json, string name, IReadOnlyList<double> numbers)
    {
        json.Name(name).Begin('[');
        foreach (var number in numbers)
        {
            json.Plain(Literal.Number(number));
        }

        json.End(']');
    }

    private static void Optional(JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.Name(name).Text(text);
        }
    }

    private static void Optional(JsonWriter json, string name, int? number)
    {
        if (number is { } stated)
        {
            json.Name(name).Plain(Literal.Number(stated));
        }
    }

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
