using TypedMetrics.Exposition;

namespace TypedMetrics.Runtime.Tests.Registry;

/// <summary>Counts series, and wants a pause after every seventh.</summary>
internal sealed class CountingWriter : SampleWriter
{
    public int Series { get; set; }

    public override bool ShouldPause => Series % 7 == 0;

    public override void BeginFamily(FamilyDescriptor family)
    {
    }

    public override void Counter(ReadOnlySpan<byte> labels, long value, double created) => Series++;

    public override void Counter(ReadOnlySpan<byte> labels, double value, double created) => Series++;

    public override void Gauge(ReadOnlySpan<byte> labels, double value) => Series++;

    public override void Unknown(ReadOnlySpan<byte> labels, double value) => Series++;

    public override void StateSet(ReadOnlySpan<byte> labels, StateLabels states, long set) => Series++;

    public override void Info(ReadOnlySpan<byte> labels) => Series++;

    public override void Histogram(
        ReadOnlySpan<byte> labels, ReadOnlySpan<double> upperBounds, ReadOnlySpan<long> counts, double sum, double created) => Series++;

    public override void Summary(
        ReadOnlySpan<byte> labels, ReadOnlySpan<double> quantiles, ReadOnlySpan<double> values, long count, double sum, double created) =>
        Series++;

    public override void EndFamily()
    {
    }

    public override void End()
    {
    }
}
