using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.Registry;

/// <summary><c>typedmetrics_collector_errors_total{collector}</c> as one scrape sees it.</summary>
internal sealed class CollectorErrorsView(
    KeyValuePair<string, long>[] errors,
    IEnumerable<KeyValuePair<string, string>> constantLabels) : IFamilySource
{
    private const string LabelName = "collector";

    /// <inheritdoc/>
    public FamilyDescriptor Descriptor => SelfMetrics.CollectorErrors;

    /// <inheritdoc/>
    public bool WriteSeries(SampleWriter writer, ref int cursor)
    {
        var labels = new LabelBuffer();
        labels.Append(ConstantLabelSet.Encode(constantLabels.Where(label => label.Key != LabelName)));
        var constant = labels.Length;
        foreach (var (collector, count) in errors)
        {
            labels.Length = constant;
            labels.Append(LabelEscaping.Pair(LabelName, collector));
            writer.Counter(labels.Written, count, double.NaN);
        }

        return true;
    }
}
