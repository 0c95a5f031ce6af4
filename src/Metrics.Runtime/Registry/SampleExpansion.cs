using System.Globalization;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.Registry;

/// <summary>Turns the series of families into samples, as the text formats have them. Not thread-safe.</summary>
internal abstract class SampleExpansion : SampleWriter
{
    /// <summary>The label of a histogram's bucket.</summary>
    protected const string BoundLabel = "le";

    /// <summary>The label of a summary's quantile.</summary>
    protected const string QuantileLabel = "quantile";

    private readonly LabelBuffer _pairs = new();

    /// <inheritdoc/>
    public sealed override bool ShouldPause => false;

    /// <summary>The family that is read.</summary>
    protected FamilyDescriptor Family { get; private set; } = null!;

    /// <summary>Whether a label's value is a number, which can be written in several ways.</summary>
    public static bool IsNumber(string label) => label is BoundLabel or QuantileLabel;

    /// <summary>The number that such a label says, or <see langword="null"/>.</summary>
    public static double? ParseNumber(string text) =>
        text == "+Inf" ? double.PositiveInfinity
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : null;

    /// <summary>Reads a family.</summary>
    public void Read(IFamilySource family)
    {
        var cursor = 0;
        BeginFamily(family.Descriptor);
        while (!family.WriteSeries(this, ref cursor))
        {
        }

        EndFamily();
    }

    /// <inheritdoc/>
    public override void BeginFamily(FamilyDescriptor family) => Family = family;

    /// <inheritdoc/>
    public sealed override void Counter(ReadOnlySpan<byte> labels, long value, double created) => Counter(labels, (double)value, created);

    /// <inheritdoc/>
    public sealed override void Counter(ReadOnlySpan<byte> labels, double value, double created)
    {
        Sample("_total", labels, value);
        SampleCreated(labels, created);
    }

    /// <inheritdoc/>
    public sealed override void Gauge(ReadOnlySpan<byte> labels, double value) => Sample("", labels, value);

    /// <inheritdoc/>
    public sealed override void Unknown(ReadOnlySpan<byte> labels, double value) => Sample("", labels, value);

    /// <inheritdoc/>
    public sealed override void StateSet(ReadOnlySpan<byte> labels, StateLabels states, long set)
    {
        _pairs.Length = 0;
        _pairs.Append(labels);
        for (var state = 0; state < states.Count; state++)
        {
            _pairs.Append(states[state]);
            Sample("", _pairs.Written, (set >> state) & 1);
            _pairs.Length = labels.Length;
        }
    }

    /// <inheritdoc/>
    public sealed override void Info(ReadOnlySpan<byte> labels) => Sample("_info", labels, 1);

    /// <inheritdoc/>
    public sealed override void Histogram(
        ReadOnlySpan<byte> labels, ReadOnlySpan<double> upperBounds, ReadOnlySpan<long> counts, double sum, double created)
    {
        var count = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            count += counts[i];
            Sample("_bucket", labels, count, BoundLabel, i < upperBounds.Length ? upperBounds[i] : double.PositiveInfinity);
        }

        SampleTotals(labels, count, sum, created);
    }

    /// <inheritdoc/>
    public sealed override void Summary(
        ReadOnlySpan<byte> labels, ReadOnlySpan<double> quantiles, ReadOnlySpan<double> values, long count, double sum, double created)
    {
        for (var i = 0; i < quantiles.Length; i++)
        {
            Sample("", labels, values[i], QuantileLabel, quantiles[i]);
        }

        SampleTotals(labels, count, sum, created);
    }

    /// <inheritdoc/>
    public override void EndFamily()
    {
    }

    /// <inheritdoc/>
    public override void End()
    {
    }

    /// <summary>Takes a sample.</summary>
    /// <param name="ending">What its name has beyond the family's base name.</param>
    /// <param name="labels">Its label pairs, but for that of a number.</param>
    /// <param name="value">Its value.</param>
    /// <param name="numberLabel"><c>le</c> or <c>quantile</c>, where it has such a label.</param>
    /// <param name="number">That label's value.</param>
    protected abstract void Sample(string ending, ReadOnlySpan<byte> labels, double value, string? numberLabel = null, double number = 0);

    private void SampleTotals(ReadOnlySpan<byte> labels, long count, double sum, double created)
    {
        Sample("_count", labels, count);
        Sample("_sum", labels, sum);
        SampleCreated(labels, created);
    }

    private void SampleCreated(ReadOnlySpan<byte> labels, double created)
    {
        if (!double.IsNaN(created))
        {
            Sample("_created", labels, created);
        }
    }
}
