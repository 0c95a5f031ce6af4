using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;

namespace TypedMetrics.Families;

/// <summary>
/// A family as scrapes see it under one setting of the registry's constant labels. It keeps that setting for scrapes that
/// run while it is changed. Safe for scrapes that overlap.
/// </summary>
/// <param name="family">The family.</param>
/// <param name="constantPairs">The constant label pairs, encoded.</param>
internal sealed class FamilyView(MetricFamily family, byte[] constantPairs) : IFamilySource
{
    private SeriesLabels? _labels;

    /// <inheritdoc/>
    public FamilyDescriptor Descriptor => family.Descriptor;

    /// <inheritdoc/>
    public bool WriteSeries(SampleWriter writer, ref int cursor)
    {
        // One scrape at a time finds it here; others make their own.
        var labels = Interlocked.Exchange(ref _labels, null) ?? new SeriesLabels(family.Labels.ToArray(), constantPairs);
        var ended = family.Write(writer, labels, ref cursor);
        Volatile.Write(ref _labels, labels);
        return ended;
    }
}
