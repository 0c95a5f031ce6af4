using System.Text;
using TypedMetrics.Exposition;

namespace TypedMetrics.Runtime.Tests.Registry;

/// <summary>Notes the labels of gauges, and wants a pause after each series.</summary>
internal sealed class LabelWriter : SampleWriter
{
    public List<string> Labels { get; } = [];

    public override bool ShouldPause => true;

    public override void BeginFamily(FamilyDescriptor family)
    {
    }

    public override void Counter(ReadOnlySpan<byte> labels, long value, double created) => throw new NotSupportedException();

    public override void Counter(ReadOnlySpan<byte> labels, double value, double created) => throw new NotSupportedException();

    public override void Gauge(ReadOnlySpan<byte> labels, double value) => Labels.Add(Encoding.UTF8.GetString(labels));

    public override void Unknown(ReadOnlySpan<byte> labels, double value) => throw new NotSupportedException();

    public override void StateSet(ReadOnlySpan<byte> labels, StateLabels states, long set) => throw new NotSupportedException();

    public override void Info(ReadOnlySpan<byte> labels) => throw new NotSupportedException();

    public override void Histogram(
        ReadOnlySpan<byte> labels, ReadOnlySpan<double> upperBounds, ReadOnlySpan<long> counts, double sum, double created) =>
        throw new NotSupportedException();

    public override void Summary(
        ReadOnlySpan<byte> labels, ReadOnlySpan<double> quantiles, ReadOnlySpan<double> values, long count, double sum, double created) =>
        throw new NotSupportedException();

    public override void EndFamily()
    {
    }

    public override void End()
    {
    }
}
