using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.Registry;

/// <summary>A self-metric as scrapes see it. Safe for scrapes that overlap.</summary>
internal sealed class SelfMetricView(
    SelfMetric metric,
    RegisteredFamily[] families,
    KeyValuePair<string, string>[] constantLabels) : IFamilySource
{
    private readonly KeyValuePair<string, string>[] _commonLabels = Array.FindAll(constantLabels, label => label.Key is not ("metric" or "label"));

    /// <inheritdoc/>
    public FamilyDescriptor Descriptor => metric.Descriptor;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> CommonLabels => _commonLabels;

    /// <summary>Whether there is anything to tell.</summary>
    public bool HasSeries => Array.Exists(families, metric.HasSeries);

    /// <inheritdoc/>
    public bool WriteSeries(SampleWriter writer, ref int cursor)
    {
        var labels = new LabelBuffer();
        labels.Append(ConstantLabelSet.Encode(_commonLabels));
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
