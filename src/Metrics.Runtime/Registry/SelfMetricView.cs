using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.Registry;

/// <summary>A self-metric as scrapes see it. Safe for scrapes that overlap.</summary>
internal sealed class SelfMetricView(
    SelfMetric metric,
    RegisteredFamily[] families,
    IEnumerable<KeyValuePair<string, string>> constantLabels) : IFamilySource
{
    private readonly byte[] _constantPairs = ConstantLabelSet.Encode(constantLabels.Where(label => label.Key is not ("metric" or "label")));

    /// <inheritdoc/>
    public FamilyDescriptor Descriptor => metric.Descriptor;

    /// <summary>Whether there is anything to tell.</summary>
    public bool HasSeries => Array.Exists(families, metric.HasSeries);

    /// <inheritdoc/>
    public bool WriteSeries(SampleWriter writer, ref int cursor)
    {
        var labels = new LabelBuffer();
        labels.Append(_constantPairs);
        while (cursor < families.Length)
        {
            metric.Write(writer, families[cursor++], labels);
            if (writer.ShouldPause)
            {
                break;
            }
        }

        return cursor == families.Length;
    }
}
