using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Families;
using TypedMetrics.Rules;

namespace TypedMetrics.Registry;

/// <summary>
/// What a scrape sees of a registry: its families and settings at one moment. Immutable, and shared by the scrapes until
/// something changes, so that one which is under way is not disturbed.
/// </summary>
internal sealed class ScrapeSnapshot
{
    private readonly RegisteredFamily[] _families;
    private readonly RegisteredFamily[] _exposed;
    private readonly Dictionary<string, string> _reserved = new(StringComparer.Ordinal);
    private readonly string[] _disabled;
    private readonly SelfMetricView[] _selfMetrics;

    public ScrapeSnapshot(
        IEnumerable<RegisteredFamily> families,
        IEnumerable<string> disabled,
        KeyValuePair<string, string>[] constantLabels,
        Func<RegisteredFamily, ControlledMetric?> controlOf)
    {
        _families = [.. families.OrderBy(family => family.Family.Descriptor.BaseName, StringComparer.Ordinal)];
        _disabled = [.. disabled];
        ConstantLabels = constantLabels;
        _exposed = Array.FindAll(_families, family => !IsDisabled(family.Family.Descriptor));
        Views = Array.ConvertAll(_exposed, family => family.View(constantLabels, controlOf(family)));
        Callbacks = [.. _exposed.Select(family => family.Family).OfType<ObservableFamily>()];
        _selfMetrics =
        [
            .. SelfMetrics.All.Where(metric => !IsDisabled(metric.Descriptor))
                .Select(metric => new SelfMetricView(metric, _families, constantLabels)),
        ];
        foreach (var descriptor in _families.Select(family => family.Family.Descriptor).Concat(SelfMetrics.Descriptors))
        {
            foreach (var name in MetricNames.Reserved(descriptor.Type, descriptor.BaseName))
            {
                _reserved[name] = descriptor.TextName;
            }
        }
    }

    /// <summary>The families of groups, exposed or not.</summary>
    public IReadOnlyList<RegisteredFamily> Families => _families;

    /// <summary>The families of groups, without those that are disabled.</summary>
    public IFamilySource[] Views { get; }

    /// <summary>Those of them that callbacks give the values of.</summary>
    public ObservableFamily[] Callbacks { get; }

    /// <summary>The registry's constant labels.</summary>
    public KeyValuePair<string, string>[] ConstantLabels { get; }

    /// <summary>Frees label values that have not been seen for their time.</summary>
    public void SweepValues()
    {
        foreach (var family in _families)
        {
            family.Family.SweepValues();
        }
    }

    /// <summary>The families of groups without those that failed.</summary>
    public List<IFamilySource> Without(HashSet<MetricFamily> failed) => failed.Count == 0
        ? [.. Views]
        : [.. Views.Where((_, i) => !failed.Contains(_exposed[i].Family))];

    /// <summary>Whether a family is left out.</summary>
    public bool IsDisabled(FamilyDescriptor descriptor) => Array.Exists(_disabled, descriptor.Reserves);

    /// <summary>
    /// The family that a collected one clashes with: a registered one, exposed or not, the library's own, or one that
    /// another collector has just made.
    /// </summary>
    public string? Clash(FamilyDescriptor descriptor, ReservedNames collected)
    {
        foreach (var name in MetricNames.Reserved(descriptor.Type, descriptor.BaseName))
        {
            if (_reserved.TryGetValue(name, out var registered))
            {
                return registered;
            }
        }

        return collected.Clash(descriptor.Type, descriptor.BaseName, out _)?.TextName;
    }

    /// <summary>Adds the self-metrics that have a series.</summary>
    public void AddSelfMetrics(List<IFamilySource> families, KeyValuePair<string, long>[] collectorErrors)
    {
        foreach (var metric in _selfMetrics)
        {
            if (metric.HasSeries)
            {
                families.Add(metric);
            }
        }

        if (collectorErrors.Length > 0 && !IsDisabled(SelfMetrics.CollectorErrors))
        {
            families.Add(new CollectorErrorsView(collectorErrors, ConstantLabels));
        }
    }
}
