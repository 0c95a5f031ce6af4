using TypedMetrics.Exposition;

namespace TypedMetrics.Registry;

/// <summary>
/// Families of one name from several registries, one after the other. A series that two of them have is the first one's:
/// a scraper must not meet it twice. For one scrape; not thread-safe.
/// </summary>
/// <param name="parts">The families, of one type.</param>
internal sealed class MergedFamily(IFamilySource[] parts) : IFamilySource
{
    private readonly SeriesFilter? _filter = AreDistinct(parts) ? null : new SeriesFilter();
    private int _part;

    /// <inheritdoc/>
    public FamilyDescriptor Descriptor => parts[0].Descriptor;

    /// <inheritdoc/>
    public bool WriteSeries(SampleWriter writer, ref int cursor)
    {
        var output = writer;
        if (_filter is not null)
        {
            _filter.Output = writer;
            output = _filter;
        }

        while (parts[_part].WriteSeries(output, ref cursor))
        {
            cursor = 0;
            if (++_part == parts.Length)
            {
                return true;
            }
        }

        return false;
    }

    // Whether there is a label that each series has, with another value in each part: then none has a series of another's,
    // and nothing has to be kept for telling.
    private static bool AreDistinct(IFamilySource[] parts) => parts[0].CommonLabels.Any(first =>
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        return Array.TrueForAll(parts, part => ValueOf(part, first.Key) is { Length: > 0 } value && values.Add(value));
    });

    private static string? ValueOf(IFamilySource part, string name) =>
        part.CommonLabels.FirstOrDefault(label => label.Key == name).Value;
}
