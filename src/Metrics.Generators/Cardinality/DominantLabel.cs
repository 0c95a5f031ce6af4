using System.Linq;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>
/// The one label that makes up nearly all series of a metric over its budget: alone it is over that budget already, and
/// it takes at least ten times as many values as all other labels together.
/// </summary>
/// <param name="Label">The label.</param>
/// <param name="Size">How many values it takes.</param>
/// <param name="Others">How many combinations the other labels have.</param>
internal sealed record DominantLabel(ParsedLabel Label, long Size, long Others)
{
    private const int Excess = 10;

    /// <summary>The label, or <see langword="null"/> where none stands out, or there is no other.</summary>
    public static DominantLabel? Of(ParsedMetric metric, long budget)
    {
        if (metric.Model is not { } model || metric.Labels.Length < 2)
        {
            return null;
        }

        var label = metric.Labels.OrderByDescending(static label => label.Model!.Size).First();
        long size = label.Model!.Size;
        var others = SeriesCount.Of(metric.Labels.Where(other => other != label).Select(static other => other.Model!.Size));
        return others <= size / Excess && SeriesCount.Lines(size, SeriesArithmetic.LinesPerSeries(model)) > budget
            ? new(label, size, others)
            : null;
    }
}
