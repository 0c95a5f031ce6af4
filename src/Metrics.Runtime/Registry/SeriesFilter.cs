using System.Diagnostics.CodeAnalysis;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.Registry;

/// <summary>Passes on the first series of each label set, whatever the order of its labels. Not thread-safe.</summary>
internal sealed class SeriesFilter : SampleWriter
{
    private readonly HashSet<byte[]> _seen = new(LabelSetComparer.Instance);
    private readonly HashSet<byte[]>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public SeriesFilter() => _lookup = _seen.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Takes what passes.</summary>
    [DisallowNull]
    public SampleWriter? Output { get; set; }

    /// <inheritdoc/>
    public override bool ShouldPause => Output!.ShouldPause;

    /// <inheritdoc/>
    public override void BeginFamily(FamilyDescriptor family) => Output!.BeginFamily(family);

    /// <inheritdoc/>
    public override void Exemplars(ReadOnlySpan<KeptExemplar?> exemplars) => Output!.Exemplars(exemplars);

    /// <inheritdoc/>
    public override void Counter(ReadOnlySpan<byte> labels, long value, double created)
    {
        if (Passes(labels))
        {
            Output!.Counter(labels, value, created);
        }
    }

    /// <inheritdoc/>
    public override void Counter(ReadOnlySpan<byte> labels, double value, double created)
    {
        if (Passes(labels))
        {
            Output!.Counter(labels, value, created);
        }
    }

    /// <inheritdoc/>
    public override void Gauge(ReadOnlySpan<byte> labels, double value)
    {
        if (_lookup.Add(labels))
        {
            Output!.Gauge(labels, value);
        }
    }

    /// <inheritdoc/>
    public override void Unknown(ReadOnlySpan<byte> labels, double value)
    {
        if (_lookup.Add(labels))
        {
            Output!.Unknown(labels, value);
        }
    }

    /// <inheritdoc/>
    public override void StateSet(ReadOnlySpan<byte> labels, StateLabels states, long set)
    {
        if (_lookup.Add(labels))
        {
            Output!.StateSet(labels, states, set);
        }
    }

    /// <inheritdoc/>
    public override void Info(ReadOnlySpan<byte> labels)
    {
        if (_lookup.Add(labels))
        {
            Output!.Info(labels);
        }
    }

    /// <inheritdoc/>
    public override void Histogram(
        ReadOnlySpan<byte> labels, ReadOnlySpan<double> upperBounds, ReadOnlySpan<long> counts, double sum, double created)
    {
        if (Passes(labels))
        {
            Output!.Histogram(labels, upperBounds, counts, sum, created);
        }
    }

    /// <inheritdoc/>
    public override void Summary(
        ReadOnlySpan<byte> labels, ReadOnlySpan<double> quantiles, ReadOnlySpan<double> values, long count, double sum, double created)
    {
        if (_lookup.Add(labels))
        {
            Output!.Summary(labels, quantiles, values, count, sum, created);
        }
    }

    /// <inheritdoc/>
    public override void EndFamily() => Output!.EndFamily();

    /// <inheritdoc/>
    public override void End() => Output!.End();

    private bool Passes(ReadOnlySpan<byte> labels)
    {
        if (_lookup.Add(labels))
        {
            return true;
        }

        Output!.Exemplars([]);
        return false;
    }
}
