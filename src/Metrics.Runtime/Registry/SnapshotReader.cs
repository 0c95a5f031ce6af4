using System.Text;
using TypedMetrics.Exposition;

namespace TypedMetrics.Registry;

/// <summary>Copies families with all their samples. Not thread-safe.</summary>
internal sealed class SnapshotReader : SampleExpansion
{
    private readonly List<MetricFamilySnapshot> _families = [];
    private readonly List<MetricSample> _samples = [];

    /// <summary>What has been read.</summary>
    public MetricsSnapshot Snapshot => new([.. _families]);

    /// <inheritdoc/>
    public override void EndFamily()
    {
        _families.Add(new MetricFamilySnapshot(Family.TextName, Family.Type, Family.Help, Family.Unit, [.. _samples]));
        _samples.Clear();
    }

    /// <inheritdoc/>
    protected override void Sample(string ending, ReadOnlySpan<byte> labels, double value, string? numberLabel, double number)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new LabelPairs(labels))
        {
            var equals = pair.IndexOf((byte)'=');
            pairs.Add(new(Encoding.UTF8.GetString(pair[..equals]), LabelEscaping.Unescape(pair[(equals + 2)..^1])));
        }

        if (numberLabel is not null)
        {
            Span<byte> text = stackalloc byte[Number.MaximumLength];
            pairs.Add(new(numberLabel, Encoding.UTF8.GetString(text[..Number.WriteOpenMetrics(number, text)])));
        }

        _samples.Add(new MetricSample(Family.BaseName + ending, [.. pairs], value));
    }
}
