using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Registry;

namespace TypedMetrics;

public sealed partial class CollectorRegistry
{
    // Changed under one lock for all registries, since a circle can be closed at any of its members.
    private static readonly Lock InclusionLock = new();

    private CollectorRegistry[] _included = [];

    /// <summary>The registries that are scraped with this one, in the order in which they were added.</summary>
    public IReadOnlyList<CollectorRegistry> Included => Volatile.Read(ref _included);

    /// <summary>
    /// Exposes another registry together with this one, so that one endpoint serves both. Each keeps its own constant labels,
    /// settings and callbacks.
    /// </summary>
    /// <remarks>
    /// Families of one name, type and unit are exposed as one; constant labels with another value in each registry tell their
    /// series apart. A series that both have is shown as the first registry has it, this one before those that it includes. A family that
    /// cannot stand beside one of another registry, being of another type, is left out and reported in <see cref="Problems"/>. One that is included
    /// already is not included again.
    /// </remarks>
    /// <param name="registry">The other registry.</param>
    /// <exception cref="ArgumentException">The other registry includes this one, or is this one.</exception>
    public void Include(CollectorRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        lock (InclusionLock)
        {
            if (registry.Reaches(this))
            {
                throw new ArgumentException("a registry cannot include itself, nor one that includes it", nameof(registry));
            }

            if (!_included.Contains(registry))
            {
                Volatile.Write(ref _included, [.. _included, registry]);
            }
        }
    }

    /// <summary>Takes back <see cref="Include"/>. A scrape that runs just now still shows both.</summary>
    /// <param name="registry">The other registry.</param>
    /// <returns>Whether it was included.</returns>
    public bool Exclude(CollectorRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        lock (InclusionLock)
        {
            var isIncluded = _included.Contains(registry);
            Volatile.Write(ref _included, Array.FindAll(_included, included => included != registry));
            return isIncluded;
        }
    }

    private bool Reaches(CollectorRegistry other) => Reached().Contains(other);

    // This registry and all that it includes, however deep, each once.
    private List<CollectorRegistry> Reached()
    {
        List<CollectorRegistry> reached = [this];
        for (var i = 0; i < reached.Count; i++)
        {
            reached.AddRange(Array.FindAll(Volatile.Read(ref reached[i]._included), registry => !reached.Contains(registry)));
        }

        return reached;
    }

    private IEnumerable<IFamilySource> Merge(List<CollectorRegistry> registries, HashSet<MetricFamily> failed, CancellationToken cancellationToken)
    {
        var merge = new FamilyMerge();
        foreach (var registry in registries)
        {
            foreach (var family in registry.OwnFamilies(failed, cancellationToken))
            {
                if (merge.Add(family) is { } other)
                {
                    var name = family.Descriptor.TextName;
                    Report(new MetricsProblem(name, $"'{name}' of an included registry is left out, since it cannot stand beside '{other.TextName}'"));
                }
            }
        }

        return merge.Families;
    }
}
