using System.ComponentModel;
using TypedMetrics.Collectors;
using TypedMetrics.Registry;

namespace TypedMetrics;

/// <summary>
/// Holds metric families and gives them to scrapes. Static groups live in <see cref="Default"/>; tests and programs with
/// several sets of metrics make their own, and two registries never share a value.
/// </summary>
/// <remarks>
/// Safe for any thread: registering, updating, scraping and changing settings may all go on at once. Updates never wait
/// for a scrape. A setting that is changed counts from the next scrape on.
/// </remarks>
public sealed partial class CollectorRegistry
{
    private readonly Lock _sync = new();
    private readonly DeferredSources _deferred;
    private readonly HashSet<string> _disabled = new(StringComparer.Ordinal);
    private KeyValuePair<string, string>[] _constantLabels = [];
    private bool _selfMetrics = true;
    private bool _dotNetMetrics;

    // What scrapes see; null once something has changed. It holds no family that has been given up.
    private ScrapeSnapshot? _snapshot;

    /// <summary>Makes an empty registry.</summary>
    public CollectorRegistry() => _deferred = new DeferredSources(exception =>
        Report(new MetricsProblem(nameof(CollectorRegistry), $"a group could not be registered: {exception.Message}", exception)));

    /// <summary>The registry of the static groups.</summary>
    public static CollectorRegistry Default { get; } = new() { ProcessMetrics = true, DotNetMetrics = true };

    /// <summary>The clock that dates series and runs the timers of this registry's metrics; the system's unless set.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Whether the process' own metrics (<c>process_cpu_seconds_total</c> and so on) are exposed; at first, only by
    /// <see cref="Default"/>.
    /// </summary>
    public bool ProcessMetrics { get; set; }

    /// <summary>
    /// Whether the metrics of the .NET runtime (<c>dotnet_gc_collections_total</c> and so on) are exposed; at first, only by
    /// <see cref="Default"/>. Exceptions are counted from when this is first set to true.
    /// </summary>
    public bool DotNetMetrics
    {
        get => Volatile.Read(ref _dotNetMetrics);
        set
        {
            if (value)
            {
                ThrownExceptions.Begin();
            }

            Volatile.Write(ref _dotNetMetrics, value);
        }
    }

    /// <summary>
    /// Whether what the library counts of itself is exposed: <c>typedmetrics_label_overflow_total</c>,
    /// <c>typedmetrics_invalid_updates_total</c>, <c>typedmetrics_series_overflow_total</c>,
    /// <c>typedmetrics_exemplars_dropped_total</c>, <c>typedmetrics_series</c>,
    /// <c>typedmetrics_series_limit</c> and <c>typedmetrics_collector_errors_total</c>. True at first.
    /// </summary>
    public bool SelfMetrics
    {
        get => Volatile.Read(ref _selfMetrics);
        set => Volatile.Write(ref _selfMetrics, value);
    }

    /// <summary>
    /// Labels that every series of the registry carries. Where a metric or its group has a label of the same name, that
    /// one wins, and the metric is reported. A label with an empty value is as good as absent.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A name is not <c>[a-zA-Z_][a-zA-Z0-9_]*</c>, or is reserved (<c>le</c>, <c>quantile</c>, <c>__…</c>).
    /// </exception>
    public IReadOnlyDictionary<string, string> ConstantLabels
    {
        get => new Dictionary<string, string>(Volatile.Read(ref _constantLabels), StringComparer.Ordinal);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            KeyValuePair<string, string>[] labels = [.. value.OrderBy(label => label.Key, StringComparer.Ordinal)];
            foreach (var (name, text) in labels)
            {
                if (ConstantLabelSet.Problem(name, text) is { } problem)
                {
                    throw new ArgumentException(problem, nameof(value));
                }
            }

            lock (_sync)
            {
                _constantLabels = labels;
                _snapshot = null;
            }
        }
    }

    /// <summary>Leaves a family out of the scrapes. It keeps counting, and need not be registered yet.</summary>
    /// <param name="name">Its name, or that of one of its samples.</param>
    public void Disable(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        lock (_sync)
        {
            _disabled.Add(name);
            _snapshot = null;
        }
    }

    /// <summary>Exposes a family again that was left out by <see cref="Disable"/>.</summary>
    /// <param name="name">Its name, or that of one of its samples.</param>
    public void Enable(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        lock (_sync)
        {
            _disabled.Remove(name);
            if (_reserved.TryGetValue(name, out var registered))
            {
                _disabled.RemoveWhere(registered.Family.Descriptor.Reserves);
            }

            _snapshot = null;
        }
    }

    /// <summary>
    /// Hands over what registers an assembly's static groups. It runs in the next scrape, once; generated code calls this.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AddDeferredSource(Action source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _deferred.Add(source);
    }
}
