using TypedMetrics.Exposition;
using TypedMetrics.Rules;

namespace TypedMetrics;

/// <summary>Takes the families of one <see cref="ICollector"/> in one scrape. Not thread-safe.</summary>
public sealed class MetricSink
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _constantLabels;
    private readonly List<CollectedFamily> _families = [];
    private readonly ReservedNames _names = new();

    internal MetricSink()
        : this([])
    {
    }

    // Each series gets the constant labels, where it has no label of that name itself.
    internal MetricSink(IReadOnlyList<KeyValuePair<string, string>> constantLabels) => _constantLabels = constantLabels;

    /// <summary>What has been collected, in the order of the calls.</summary>
    internal IReadOnlyList<CollectedFamily> Families => _families;

    /// <summary>Begins a family. A family without series is exposed by its metadata alone.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name"><c>[a-zA-Z_:][a-zA-Z0-9_:]*</c>; <c>_total</c> is appended to a counter's and <c>_info</c> to an info's where it is missing.</param>
    /// <param name="help">The help text; <see langword="null"/> for none.</param>
    /// <param name="unit">The unit, which must be the last word of the name (before <c>_total</c>).</param>
    /// <exception cref="ArgumentException">Name or unit is invalid, or the name clashes with another of this collector.</exception>
    public CollectedFamily Family(MetricType type, string name, string? help = null, string? unit = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!MetricNames.IsValid(name))
        {
            throw new ArgumentException($"'{name}' is no metric name: [a-zA-Z_:][a-zA-Z0-9_:]* is", nameof(name));
        }

        var baseName = MetricNames.BaseName(type, name);
        if (!string.IsNullOrEmpty(unit) && !Units.IsSuffixOf(unit, baseName))
        {
            throw new ArgumentException($"the name '{name}' must end in its unit, '_{unit}'", nameof(unit));
        }

        if (!string.IsNullOrEmpty(unit) && !MetricNames.CanHaveUnit(type))
        {
            throw new ArgumentException($"'{name}' is a {type}, which has no unit", nameof(unit));
        }

        if (_names.Clash(type, baseName, out var clash) is { } other)
        {
            throw new ArgumentException($"'{baseName}' clashes with '{other.BaseName}': both reserve '{clash}'");
        }

        if (type == MetricType.StateSet && StateNames.LabelProblem(baseName) is { } problem)
        {
            throw new ArgumentException($"state set '{name}': {problem}", nameof(name));
        }

        var family = new CollectedFamily(new FamilyDescriptor(type, baseName, help, unit), _constantLabels);
        _names.Add(family.Descriptor);
        _families.Add(family);
        return family;
    }
}
