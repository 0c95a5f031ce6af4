using TypedMetrics.Exposition;
using TypedMetrics.Registry;

namespace TypedMetrics.Families;

/// <summary>Adds up the series of one family that have the same labels. Not thread-safe.</summary>
internal sealed class FoldingWriter : SampleWriter
{
    private readonly Dictionary<byte[], FoldedSeries> _series = new(LabelSetComparer.Instance);
    private readonly Dictionary<byte[], FoldedSeries>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly List<FoldedSeries> _order = [];
    private MetricType _type;

    public FoldingWriter() => _lookup = _series.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <inheritdoc/>
    public override bool ShouldPause => false;

    /// <summary>Writes the sums, in the order of the first series of each.</summary>
    public void WriteTo(SampleWriter writer)
    {
        foreach (var series in _order)
        {
            series.WriteTo(writer, _type);
        }
    }

    /// <inheritdoc/>
    public override void BeginFamily(FamilyDescriptor family)
    {
    }

    /// <inheritdoc/>
    public override void Counter(ReadOnlySpan<byte> labels, long value, double created) => Counter(labels, (double)value, created);

    /// <inheritdoc/>
    public override void Counter(ReadOnlySpan<byte> labels, double value, double created) =>
        Of(MetricType.Counter, labels).Add(value, created);

    /// <inheritdoc/>
    public override void Gauge(ReadOnlySpan<byte> labels, double value) => Of(MetricType.Gauge, labels).Add(value, double.NaN);

    /// <inheritdoc/>
    public override void Unknown(ReadOnlySpan<byte> labels, double value) => throw CannotBeAdded();

    /// <inheritdoc/>
    public override void StateSet(ReadOnlySpan<byte> labels, StateLabels states, long set) => throw CannotBeAdded();

    /// <inheritdoc/>
    public override void Info(ReadOnlySpan<byte> labels) => throw CannotBeAdded();

    /// <inheritdoc/>
    public override void Histogram(
        ReadOnlySpan<byte> labels, ReadOnlySpan<double> upperBounds, ReadOnlySpan<long> counts, double sum, double created) =>
        Of(MetricType.Histogram, labels).Add(upperBounds, counts, sum, created);

    /// <inheritdoc/>
    public override void Summary(
        ReadOnlySpan<byte> labels, ReadOnlySpan<double> quantiles, ReadOnlySpan<double> values, long count, double sum, double created) =>
        Of(MetricType.Summary, labels).Add(quantiles, [count], sum, created);

    /// <inheritdoc/>
    public override void EndFamily()
    {
    }

    /// <inheritdoc/>
    public override void End()
    {
    }

    private FoldedSeries Of(MetricType type, ReadOnlySpan<byte> labels)
    {
        _type = type;
        if (!_lookup.TryGetValue(labels, out var series))
        {
            series = new FoldedSeries(labels.ToArray());
            _lookup[labels] = series;
            _order.Add(series);
        }

        return series;
    }

    private static NotSupportedException CannotBeAdded() => new("series of this type are not folded");
}
