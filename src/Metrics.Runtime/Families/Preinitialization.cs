using TypedMetrics.CompilerServices;
using TypedMetrics.Rules;

namespace TypedMetrics.Families;

/// <summary>Which series a family exposes before they are touched.</summary>
internal static class Preinitialization
{
    /// <summary>
    /// The indexes of the declared combinations, without overflow values, if the family is to expose them: counters,
    /// histograms and summaries with at most 128 lines and metrics without labels, unless the declaration says otherwise; never where a
    /// label is open, and never more than <see cref="MetricFamily.MaxSeries"/>.
    /// </summary>
    public static IReadOnlyList<int> Indexes(MetricFamily family)
    {
        var declaration = family.Declaration;
        if (Array.Exists(declaration.Labels, label => label.IsOpen) || family.SeriesCount > SeriesCount.Maximum)
        {
            return [];
        }

        var type = family.Descriptor.Type;
        var series = SeriesCount.Of(declaration.Labels.Select(DeclaredValues));
        var lines = SeriesCount.Lines(series, SeriesCount.LinesPerSeries(type, PartsOf(type, declaration)));
        var byRule = declaration.Labels.Length == 0 || (type is not (MetricType.Gauge or MetricType.StateSet or MetricType.Info) && lines <= SeriesCount.PreinitializedLines);
        return (declaration.Preinitialize ?? byRule) && series <= family.MaxSeries ? Combinations(declaration.Labels) : [];
    }

    private static int PartsOf(MetricType type, MetricDeclaration declaration) => type switch
    {
        MetricType.Summary => declaration.StatedOrDefaultQuantiles.Count,
        MetricType.StateSet => Math.Max(1, declaration.States.Length),
        _ => declaration.Buckets?.Length ?? BucketBounds.Default.Count,
    };

    private static int DeclaredValues(LabelDeclaration label) => label.Other >= 0 ? label.Size - 1 : label.Size;

    private static List<int> Combinations(LabelDeclaration[] labels)
    {
        List<int> indexes = [0];
        foreach (var label in labels)
        {
            indexes = [.. indexes.SelectMany(index => Enumerable.Range(0, label.Size)
                .Where(value => value != label.Other)
                .Select(value => (index * label.Size) + value))];
        }

        return indexes;
    }
}
