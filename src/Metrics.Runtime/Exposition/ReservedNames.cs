using TypedMetrics.Rules;

namespace TypedMetrics.Exposition;

/// <summary>
/// Which family has which name, of those that collectors make in one scrape: two must not have a sample's name in common.
/// Not thread-safe.
/// </summary>
internal sealed class ReservedNames
{
    private readonly Dictionary<string, FamilyDescriptor> _families = new(StringComparer.Ordinal);

    /// <summary>The family that has one of this one's names, or <see langword="null"/>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="baseName">The base name.</param>
    /// <param name="name">The name that both have.</param>
    public FamilyDescriptor? Clash(MetricType type, string baseName, out string? name)
    {
        foreach (var reserved in MetricNames.Reserved(type, baseName))
        {
            if (_families.TryGetValue(reserved, out var family))
            {
                name = reserved;
                return family;
            }
        }

        name = null;
        return null;
    }

    /// <summary>Takes the names of a family that clashes with none.</summary>
    public void Add(FamilyDescriptor family)
    {
        foreach (var reserved in MetricNames.Reserved(family.Type, family.BaseName))
        {
            _families.Add(reserved, family);
        }
    }
}
