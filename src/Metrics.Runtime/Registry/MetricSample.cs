using System.Globalization;

namespace TypedMetrics;

/// <summary>One sample of a <see cref="MetricsSnapshot"/>. Immutable.</summary>
/// <param name="Name">The name: <c>x_total</c> of a counter, <c>x_bucket</c>, <c>x_sum</c> or <c>x_count</c> of a histogram.</param>
/// <param name="Labels">The labels in the order of the exposition, constant ones, <c>le</c> and <c>quantile</c> included; none is empty.</param>
/// <param name="Value">The value.</param>
public sealed record MetricSample(string Name, IReadOnlyList<KeyValuePair<string, string>> Labels, double Value)
{
    /// <summary>The value of a label; <see langword="null"/> where the sample does not have it.</summary>
    /// <param name="name">The label's name.</param>
    public string? LabelOf(string name)
    {
        foreach (var label in Labels)
        {
            if (label.Key == name)
            {
                return label.Value;
            }
        }

        return null;
    }

    /// <summary>The sample as a line: <c>jobs_total{kind="mail"} 3</c>. For people; it is not escaped.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}{(Labels.Count == 0 ? "" : $"{{{string.Join(',', Labels.Select(static label => $"{label.Key}=\"{label.Value}\""))}}}")} {Value}");
}
