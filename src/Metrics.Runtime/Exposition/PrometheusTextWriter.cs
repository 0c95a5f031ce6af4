using System.Buffers;

namespace TypedMetrics.Exposition;

/// <summary>
/// Writes Prometheus' text format 0.0.4 (prometheus.io, "Exposition formats"). It has no place for births and units; every
/// histogram has its sum and count.
/// </summary>
internal sealed class PrometheusTextWriter(IBufferWriter<byte> output) : LineWriter(output)
{
    /// <inheritdoc/>
    public override bool TakesCreated => false;

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> Header(FamilyDescriptor family) => family.TextHeader;

    /// <inheritdoc/>
    protected override int WriteNumber(double value, Span<byte> destination) => Number.WriteText(value, destination);

    /// <inheritdoc/>
    protected override bool HasSum(ReadOnlySpan<double> upperBounds) => true;

    /// <inheritdoc/>
    protected override bool HasSum(double sum) => true;

    /// <inheritdoc/>
    protected override bool HasQuantile(double value) => true;
}
