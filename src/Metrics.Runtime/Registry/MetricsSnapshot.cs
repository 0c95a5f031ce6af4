using TypedMetrics.Registry;

namespace TypedMetrics;

/// <summary>
/// A copy of what a scrape of a registry shows, taken by <see cref="CollectorRegistry.TakeSnapshot"/>. Immutable; it does not change
/// with the metrics.
/// </summary>
public sealed class MetricsSnapshot
{
    private readonly MetricFamilySnapshot[] _families;

    internal MetricsSnapshot(MetricFamilySnapshot[] families) => _families = families;

    /// <summary>The families in ordinal order of their names.</summary>
    public IReadOnlyList<MetricFamilySnapshot> Families => _families;

    /// <summary>All samples, family by family.</summary>
    public IEnumerable<MetricSample> Samples => _families.SelectMany(static family => family.Samples);

    /// <summary>The family with that name; <see langword="null"/> where there is none.</summary>
    /// <param name="name">The name as text 0.0.4 has it: a counter's ends in <c>_total</c>.</param>
    public MetricFamilySnapshot? Family(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Array.Find(_families, family => family.Name == name);
    }

    /// <summary>The value of one sample, as <see cref="CollectorRegistry.GetSampleValue"/> would have given it.</summary>
    /// <param name="name">The sample's name.</param>
    /// <param name="labels">All its labels, in any order. One with an empty value is as good as absent.</param>
    /// <returns>The value; <see langword="null"/> where there is no such sample.</returns>
    public double? GetSampleValue(string name, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var sample in Samples)
        {
            if (sample.Name == name && HasLabels(sample, labels))
            {
                return sample.Value;
            }
        }

        return null;
    }

    private static bool HasLabels(MetricSample sample, ReadOnlySpan<(string Name, string Value)> labels)
    {
        var count = 0;
        foreach (var (name, value) in labels)
        {
            if (!string.IsNullOrEmpty(value))
            {
                if (sample.LabelOf(name) is not { } found || !(found == value || IsSameNumber(name, found, value)))
                {
                    return false;
                }

                count++;
            }
        }

        return count == sample.Labels.Count;
    }

    private static bool IsSameNumber(string name, string left, string right) =>
        SampleExpansion.IsNumber(name) && SampleExpansion.ParseNumber(left) is { } number && number == SampleExpansion.ParseNumber(right);
}
