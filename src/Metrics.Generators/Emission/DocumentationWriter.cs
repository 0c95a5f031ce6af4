using System.Collections.Generic;
using System.Linq;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Emission;

/// <summary>
/// Writes the XML documentation of an accessor: what the user wrote, then type, labels, the worst-case number of series and
/// a query to start from.
/// </summary>
internal static class DocumentationWriter
{
    private const int ShownValues = 8;

    public static void Write(SourceWriter writer, MetricModel metric, DocumentationModel documentation)
    {
        if (!documentation.IsRepeatable)
        {
            return;
        }

        if (documentation.Summary is not null || !documentation.IsInherited)
        {
            Element(writer, "summary", [documentation.Summary ?? Escaped(metric.Help ?? $"{TypeText.Title(metric.Type)} {metric.TextName}.")]);
        }

        foreach (var element in documentation.Rest)
        {
            Lines(writer, element);
        }

        var remarks = documentation.Remarks is { } own ? new List<string> { own } : [];
        remarks.Add($"<para>{Facts(metric)}</para>");
        var items = Items(metric).ToList();
        if (items.Count > 0)
        {
            remarks.Add("<list type=\"bullet\">");
            remarks.AddRange(items);
            remarks.Add("</list>");
        }

        remarks.Add($"<para><c>{Escaped(Query(metric))}</c></para>");
        Element(writer, "remarks", remarks);
    }

    /// <summary>A query of the kind that the type is made for.</summary>
    public static string Query(MetricModel metric) => metric.Type switch
    {
        MetricType.Counter => $"rate({metric.TextName}[5m])",
        MetricType.Histogram => $"histogram_quantile(0.95, sum by (le) (rate({metric.TextName}_bucket[5m])))",
        MetricType.Summary => metric.Window is { Quantiles: { Count: > 0 } quantiles }
            ? $"{metric.TextName}{{quantile=\"{Literal.Number(quantiles[quantiles.Count - 1]).Replace('E', 'e')}\"}}"
            : $"rate({metric.TextName}_sum[5m]) / rate({metric.TextName}_count[5m])",
        MetricType.StateSet => $"{metric.TextName} == 1",
        MetricType.Info => $"count by ({string.Join(", ", metric.Labels.Select(static label => label.Name))}) ({metric.TextName})",
        _ => $"max_over_time({metric.TextName}[5m])",
    };

    private static IEnumerable<string> Items(MetricModel metric)
    {
        foreach (var label in metric.Labels)
        {
            yield return $"<item><description><c>{Escaped(label.Name)}</c>, {SeriesText.Number(label.Size)} values: {Escaped(Values(label))}</description></item>";
        }

        if (metric.States is { Texts: var states })
        {
            yield return $"<item><description><c>{Escaped(metric.BaseName)}</c>, {SeriesText.Number(states.Count)} states: {Escaped(Listed(states))}</description></item>";
        }
    }

    /// <summary>The texts that an open label takes.</summary>
    public static string Texts(long maximum, double? expireAfter) => expireAfter is { } seconds
        ? $"{SeriesText.Number(maximum)} texts at a time, each until {Literal.Number(seconds)} s unseen"
        : $"the first {SeriesText.Number(maximum)} texts";

    private static string Facts(MetricModel metric)
    {
        var unit = metric.Unit is { } stated ? $" in {Escaped(stated)}" : "";
        var series = metric.Labels.Count == 0 ? "one series" : $"at most {SeriesText.Of(metric)} series";
        var lines = metric.Lines == metric.Series ? "" : $" of {SeriesText.Number(metric.Lines / metric.Series)} lines each";
        series = metric.Type == MetricType.Info ? $"one series at a time, of {SeriesText.Of(metric)} combinations" : series;
        return $"{TypeText.Title(metric.Type)} <c>{metric.TextName}</c>{unit}, {series}{lines}.";
    }

    private static string Values(LabelModel label) => label.Kind switch
    {
        LabelKind.Open => $"{Texts(label.Maximum, label.ExpireAfter)}, {LabelModel.OverflowText}{(label.IsNullable ? ", none" : "")}",
        LabelKind.Range => $"{Literal.Number(label.Minimum)} to {Literal.Number(label.Maximum)}, {LabelModel.OverflowText}{(label.IsNullable ? ", none" : "")}",
        _ => Listed(label.Values),
    };

    private static string Listed(EquatableArray<string> values)
    {
        var texts = values.Select(static value => value.Length == 0 ? "none" : OneLine(value)).ToList();
        return texts.Count <= ShownValues
            ? string.Join(", ", texts)
            : string.Join(", ", texts.Take(ShownValues - 1)) + ", …";
    }

    private static string OneLine(string text) => Literal.IsPlain(text) ? text : string.Concat(text.Select(static c => Literal.IsUnsafe(c) ? Literal.Hexadecimal(c) : c.ToString()));

    private static string Escaped(string text) => PlainXmlWriter.Escaped(OneLine(text));

    private static void Element(SourceWriter writer, string name, IReadOnlyList<string> content)
    {
        if (content.Count == 1 && content[0].IndexOf('\n') < 0)
        {
            writer.Line($"/// <{name}>{content[0]}</{name}>");
            return;
        }

        writer.Line($"/// <{name}>");
        foreach (var part in content)
        {
            Lines(writer, part);
        }

        writer.Line($"/// </{name}>");
    }

    private static void Lines(SourceWriter writer, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            writer.Line($"/// {line.Trim()}".TrimEnd());
        }
    }
}
