using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.Registry;

/// <summary>A self-metric with one number a family: <c>{metric="…"}</c>.</summary>
/// <param name="type">Counter or gauge.</param>
/// <param name="baseName">The name without <c>_total</c>.</param>
/// <param name="help">The help text.</param>
/// <param name="value">A family's number; <see langword="null"/> where it has no series.</param>
internal sealed class FamilySelfMetric(MetricType type, string baseName, string help, Func<MetricFamily, long?> value)
    : SelfMetric(type, baseName, help)
{
    /// <inheritdoc/>
    public override bool HasSeries(RegisteredFamily family) => value(family.Family) is not null;

    /// <inheritdoc/>
    public override void Write(SampleWriter writer, RegisteredFamily family, LabelBuffer labels)
    {
        if (value(family.Family) is not { } number)
        {
            return;
        }

        var constant = labels.Length;
        labels.Append(family.NamePair);
        if (Descriptor.Type == MetricType.Counter)
        {
            writer.Counter(labels.Written, number, double.NaN);
        }
        else
        {
            writer.Gauge(labels.Written, number);
        }

        labels.Length = constant;
    }
}
