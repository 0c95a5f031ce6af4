using System.Globalization;
using System.Linq;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Writes numbers of series, and the multiplication that they come from.</summary>
internal static class SeriesText
{
    /// <summary><c>1,860</c></summary>
    public static string Number(long number) =>
        number == long.MaxValue ? "more than 9,223,372,036,854,775,807" : number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>10 x 3 x 62 = 1,860</c>, or the number alone for less than two labels.</summary>
    public static string Of(MetricModel metric) => metric.Labels.Count < 2
        ? Number(metric.Series)
        : $"{string.Join(" x ", metric.Labels.Select(static label => Number(label.Size)))} = {Number(metric.Series)}";
}
