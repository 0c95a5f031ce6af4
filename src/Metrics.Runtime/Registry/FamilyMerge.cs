using TypedMetrics.Exposition;

namespace TypedMetrics.Registry;

/// <summary>Makes one list of the families of several registries. For one scrape; not thread-safe.</summary>
internal sealed class FamilyMerge
{
    private readonly Dictionary<string, List<IFamilySource>> _parts = new(StringComparer.Ordinal);
    private readonly ReservedNames _names = new();

    /// <summary>The families, those of one name as one.</summary>
    public IEnumerable<IFamilySource> Families => _parts.Values.Select(parts => parts is [var only] ? only : new MergedFamily([.. parts]));

    /// <summary>Adds a family to those of its name.</summary>
    /// <param name="family">The family.</param>
    /// <returns>
    /// The family with which it cannot be exposed together, since the two are of different types or have a sample's name in
    /// common; it is left out then.
    /// </returns>
    public FamilyDescriptor? Add(IFamilySource family)
    {
        var descriptor = family.Descriptor;
        if (_parts.TryGetValue(descriptor.BaseName, out var parts) && parts[0].Descriptor is var first
            && first.Type == descriptor.Type && first.Unit == descriptor.Unit)
        {
            parts.Add(family);
            return null;
        }

        if (_names.Clash(descriptor.Type, descriptor.BaseName, out _) is { } other)
        {
            return other;
        }

        _names.Add(descriptor);
        _parts.Add(descriptor.BaseName, [family]);
        return null;
    }
}
