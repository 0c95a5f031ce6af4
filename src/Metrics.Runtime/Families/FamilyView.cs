using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Registry;

namespace TypedMetrics.Families;

/// <summary>
/// A family as scrapes see it under one setting of the registry's constant labels. It keeps that setting for scrapes that
/// run while it is changed. Safe for scrapes that overlap.
/// </summary>
/// <param name="family">The family.</param>
/// <param name="dimensions">Its labels, or what stands for them.</param>
/// <param name="constantLabels">What each series begins with.</param>
internal sealed class FamilyView(MetricFamily family, LabelDimension[] dimensions, KeyValuePair<string, string>[] constantLabels) : IFamilySource
{
    private readonly byte[] _constantPairs = ConstantLabelSet.Encode(constantLabels);
    private SeriesLabels? _labels;

    /// <inheritdoc/>
    public FamilyDescriptor Descriptor => family.Descriptor;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> CommonLabels => constantLabels;

    /// <inheritdoc/>
    public bool WriteSeries(SampleWriter writer, ref int cursor)
    {
        // One scrape at a time finds it here; others make their own.
        var labels = Interlocked.Exchange(ref _labels, null) ?? new SeriesLabels(dimensions, _constantPairs);
        var ended = family.Write(writer, labels, ref cursor);
        Volatile.Write(ref _labels, labels);
        return ended;
    }
}
