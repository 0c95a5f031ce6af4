using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.Registry;

/// <summary><c>typedmetrics_label_overflow_total{metric,label}</c></summary>
internal sealed class LabelOverflowMetric() : SelfMetric(
    MetricType.Counter,
    "typedmetrics_label_overflow",
    "Values that did not fit their label and were counted as 'other'.")
{
    /// <inheritdoc/>
    public override bool HasSeries(RegisteredFamily family)
    {
        foreach (var label in family.Family.Labels)
        {
            if (label.Overflows > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Write(SampleWriter writer, RegisteredFamily family, LabelBuffer labels)
    {
        var constant = labels.Length;
        foreach (var label in family.Family.Labels)
        {
            if (label.Overflows is var overflows and > 0)
            {
                labels.Append(family.NamePair);
                labels.Append(label.NamePair);
                writer.Counter(labels.Written, overflows, double.NaN);
                labels.Length = constant;
            }
        }
    }
}
