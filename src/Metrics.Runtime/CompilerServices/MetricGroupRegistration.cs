using System.ComponentModel;
using TypedMetrics.Registry;

namespace TypedMetrics.CompilerServices;

/// <summary>
/// A group's share in the families of a registry. Registering never throws for a metric that cannot be exposed: its family
/// works, unexposed, and <see cref="CollectorRegistry.Problems"/> says why. Safe for any thread.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MetricGroupRegistration : IDisposable
{
    private readonly CollectorRegistry _registry;
    private readonly string _owner;
    private readonly KeyValuePair<string, string>[] _constantLabels;
    private readonly Lock _sync = new();
    private List<RegisteredFamily>? _families = [];

    /// <summary>Begins a registration.</summary>
    /// <param name="registry">Where to.</param>
    /// <param name="owner">The group's full name, for messages.</param>
    /// <param name="constantLabels">Labels of each series, each written <c>name=value</c>.</param>
    public MetricGroupRegistration(CollectorRegistry registry, string owner, params string[] constantLabels)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(constantLabels);
        _registry = registry;
        _owner = owner;
        _constantLabels = Parse(constantLabels);
    }

    /// <summary>The family of a counter: a new one, or that of an identical declaration.</summary>
    public CounterFamily Counter(MetricDeclaration declaration) => (CounterFamily)Register(MetricType.Counter, declaration);

    /// <summary>The family of a gauge: a new one, or that of an identical declaration.</summary>
    public GaugeFamily Gauge(MetricDeclaration declaration) => (GaugeFamily)Register(MetricType.Gauge, declaration);

    /// <summary>The family of a histogram: a new one, or that of an identical declaration.</summary>
    public HistogramFamily Histogram(MetricDeclaration declaration) => (HistogramFamily)Register(MetricType.Histogram, declaration);

    /// <summary>The family of a summary: a new one, or that of an identical declaration.</summary>
    public SummaryFamily Summary(MetricDeclaration declaration) => (SummaryFamily)Register(MetricType.Summary, declaration);

    /// <summary>The family of a state set: a new one, or that of an identical declaration.</summary>
    public StateSetFamily StateSet(MetricDeclaration declaration) => (StateSetFamily)Register(MetricType.StateSet, declaration);

    /// <summary>The family of an info: a new one, or that of an identical declaration.</summary>
    public InfoFamily Info(MetricDeclaration declaration) => (InfoFamily)Register(MetricType.Info, declaration);

    /// <summary>Exposes a gauge that a callback gives the values of; one whose name is taken is not called.</summary>
    /// <param name="declaration">What it was declared as; its labels are closed.</param>
    /// <param name="callback">Gives the values, at each scrape, on any thread.</param>
    public void ObservableGauge(MetricDeclaration declaration, Action<CallbackReading> callback) =>
        Register(MetricType.Gauge, declaration, callback);

    /// <summary>Exposes a counter that a callback gives the values of; one whose name is taken is not called.</summary>
    /// <param name="declaration">What it was declared as; its labels are closed.</param>
    /// <param name="callback">Gives the values, at each scrape, on any thread.</param>
    public void ObservableCounter(MetricDeclaration declaration, Action<CallbackReading> callback) =>
        Register(MetricType.Counter, declaration, callback);

    /// <summary>
    /// Gives up the families. One leaves the registry with its last owner; instruments of it go on counting, unexposed.
    /// </summary>
    public void Dispose()
    {
        List<RegisteredFamily>? families;
        lock (_sync)
        {
            families = _families;
            _families = null;
        }

        foreach (var family in families ?? [])
        {
            _registry.Release(family);
        }
    }

    private MetricFamily Register(MetricType type, MetricDeclaration declaration, Action<CallbackReading>? callback = null)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var registered = _registry.Register(type, declaration, _constantLabels, _owner, callback);
        lock (_sync)
        {
            if (_families is { } families)
            {
                families.Add(registered);
                return registered.Family;
            }
        }

        // Disposed already: there is nobody left to give the family up.
        _registry.Release(registered);
        return registered.Family;
    }

    private KeyValuePair<string, string>[] Parse(string[] texts)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var equals = text?.IndexOf('=') ?? -1;
            var name = equals < 0 ? text : text![..equals];
            var value = equals < 0 ? null : text![(equals + 1)..];
            var problem = ConstantLabelSet.Problem(name, value)
                ?? (labels.ContainsKey(name!) ? $"the constant label '{name}' is there twice" : null);
            if (problem is null)
            {
                labels.Add(name!, value!);
            }
            else
            {
                _registry.Report(new MetricsProblem(_owner, $"{problem}; the constant label '{text}' is left out"));
            }
        }

        return [.. labels];
    }
}
