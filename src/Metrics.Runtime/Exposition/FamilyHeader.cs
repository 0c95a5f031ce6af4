using System.Text;

namespace TypedMetrics.Exposition;

/// <summary>The metadata lines of a family.</summary>
internal static class FamilyHeader
{
    /// <summary><c># HELP</c> and <c># TYPE</c> of text 0.0.4, where HELP escapes only backslash and line feed.</summary>
    public static byte[] Text(FamilyDescriptor family)
    {
        var text = new StringBuilder();
        if (family.Help is { } help)
        {
            text.Append("# HELP ").Append(family.TextName).Append(' ').Append(Escape(help)).Append('\n');
        }

        text.Append("# TYPE ").Append(family.TextName).Append(' ').Append(TextWord(family.Type)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// <c># TYPE</c>, <c># UNIT</c>, <c># HELP</c> of OpenMetrics 1.0, in the order that it recommends; here HELP
    /// escapes the quote as well.
    /// </summary>
    public static byte[] OpenMetrics(FamilyDescriptor family)
    {
        var text = new StringBuilder();
        text.Append("# TYPE ").Append(family.BaseName).Append(' ').Append(OpenMetricsWord(family.Type)).Append('\n');
        if (family.Unit is { } unit)
        {
            text.Append("# UNIT ").Append(family.BaseName).Append(' ').Append(unit).Append('\n');
        }

        if (family.Help is { } help)
        {
            text.Append("# HELP ").Append(family.BaseName).Append(' ')
                .Append(Escape(help).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Escape(string help) =>
        help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string TextWord(MetricType type) => type switch
    {
        MetricType.StateSet or MetricType.Info => "gauge",
        MetricType.Unknown => "untyped",
        _ => OpenMetricsWord(type),
    };

    private static string OpenMetricsWord(MetricType type) => type switch
    {
        MetricType.Counter => "counter",
        MetricType.Gauge => "gauge",
        MetricType.Histogram => "histogram",
        MetricType.Summary => "summary",
        MetricType.StateSet => "stateset",
        MetricType.Info => "info",
        _ => "unknown",
    };
}
