using System.Buffers;
using TypedMetrics.Families;

namespace TypedMetrics.Exposition;

/// <summary>Writes OpenMetrics 1.0.0.</summary>
/// <param name="output">Takes the bytes.</param>
/// <param name="created">Whether <c>_created</c> samples are written where the birth of a series is known.</param>
internal sealed class OpenMetricsWriter(IBufferWriter<byte> output, bool created) : LineWriter(output)
{
    private const double LatestTime = 1e12;

    private readonly bool _writesCreated = created;

    /// <inheritdoc/>
    public override bool TakesCreated => _writesCreated;

    /// <inheritdoc/>
    public override void Exemplars(ReadOnlySpan<KeptExemplar?> exemplars) => KeepExemplars(exemplars);

    /// <inheritdoc/>
    public override void Counter(ReadOnlySpan<byte> labels, long value, double created)
    {
        base.Counter(labels, value, created);
        Created(labels, created);
    }

    /// <inheritdoc/>
    public override void Counter(ReadOnlySpan<byte> labels, double value, double created)
    {
        base.Counter(labels, value, created);
        Created(labels, created);
    }

    /// <inheritdoc/>
    public override void Histogram(
        ReadOnlySpan<byte> labels,
        ReadOnlySpan<double> upperBounds,
        ReadOnlySpan<long> counts,
        double sum,
        double created)
    {
        base.Histogram(labels, upperBounds, counts, sum, created);
        Created(labels, created);
    }

    /// <inheritdoc/>
    public override void Summary(
        ReadOnlySpan<byte> labels,
        ReadOnlySpan<double> quantiles,
        ReadOnlySpan<double> values,
        long count,
        double sum,
        double created)
    {
        base.Summary(labels, quantiles, values, count, sum, created);
        Created(labels, created);
    }

    /// <inheritdoc/>
    public override void End() => Raw("# EOF\n"u8);

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> Header(FamilyDescriptor family) => family.OpenMetricsHeader;

    /// <inheritdoc/>
    protected override int WriteNumber(double value, Span<byte> destination) =>
        Number.WriteOpenMetrics(value, destination);

    /// <summary>
    /// A histogram with a negative bound can have a sum that goes down, and is therefore exposed without (OpenMetrics 1.0,
    /// "Histogram"). The bounds decide, not the sum, so that no series comes and goes.
    /// </summary>
    protected override bool HasSum(ReadOnlySpan<double> upperBounds) => upperBounds.IsEmpty || upperBounds[0] >= 0;

    /// <summary>
    /// A summary's sum is a counter and its quantiles are not negative (OpenMetrics 1.0, "Summary"): what negative
    /// observations yield otherwise has no place here.
    /// </summary>
    protected override bool HasSum(double sum) => sum >= 0;

    /// <inheritdoc cref="HasSum(double)"/>
    protected override bool HasQuantile(double value) => !(value < 0);

    private void Created(ReadOnlySpan<byte> labels, double created)
    {
        if (_writesCreated && created is >= 0 and < LatestTime)
        {
            Time(Family.CreatedName, labels, created);
        }
    }
}
