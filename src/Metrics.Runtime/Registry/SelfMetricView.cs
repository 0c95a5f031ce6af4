using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.Registry;

/// <summary>A self-metric as scrapes see it. Safe for scrapes that overlap.</summary>
internal sealed class SelfMetricView : IFamilySource
{
    private readonly SelfMetric _metric;
    private readonly RegisteredFamily[] _families;
    private readonly KeyValuePair<string, string>[] _commonLabels;
    private readonly byte[] _commonPairs;

    public SelfMetricView(SelfMetric metric, RegisteredFamily[] families, KeyValuePair<string, string>[] constantLabels)
    {
        _metric = metric;
        _families = families;
        _commonLabels = Array.FindAll(constantLabels, label => label.Key is not ("metric" or "label"));
        _commonPairs = ConstantLabelSet.Encode(_commonLabels);
    }

    /// <inheritdoc/>
    public FamilyDescriptor Descriptor => _metric.Descriptor;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> CommonLabels => _commonLabels;

    /// <summary>Whether there is anything to tell.</summary>
    public bool HasSeries => Array.Exists(_families, _metric.HasSeries);

    /// <inheritdoc/>
    public bool WriteSeries(SampleWriter writer, ref int cursor)
    {
        var labels = new LabelBuffer();
        labels.Append(_commonPairs);
        while (cursor < _families.Length)
        {
            _metric.Write(writer, _families[cursor++], labels);
            if (writer.ShouldPause)
            {
                break;
            }
        }

        return cursor == _families.Length;
    }
}
