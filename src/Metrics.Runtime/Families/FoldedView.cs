using TypedMetrics.Exposition;

namespace TypedMetrics.Families;

/// <summary>
/// A family whose series are added up where they differ in folded labels only. Safe for scrapes that overlap; a scrape keeps
/// the sums in memory, and writes them in one go.
/// </summary>
/// <param name="family">The family, which leaves the folded labels out.</param>
internal sealed class FoldedView(FamilyView family) : IFamilySource
{
    /// <inheritdoc/>
    public FamilyDescriptor Descriptor => family.Descriptor;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> CommonLabels => family.CommonLabels;

    /// <inheritdoc/>
    public bool WriteSeries(SampleWriter writer, ref int cursor)
    {
        var sums = new FoldingWriter();
        while (!family.WriteSeries(sums, ref cursor))
        {
        }

        sums.WriteTo(writer);
        return true;
    }
}
