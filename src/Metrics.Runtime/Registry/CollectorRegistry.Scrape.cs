using TypedMetrics.Collectors;
using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Registry;

namespace TypedMetrics;

public sealed partial class CollectorRegistry
{
    // A collector that asks its registry for samples must not be asked for its own in turn, without end. It may ask another.
    [ThreadStatic]
    private static HashSet<CollectorRegistry>? _collecting;

    private readonly CollectorList _collectors = new();

    /// <summary>Adds a collector, which makes families at each scrape. One that is there already is not added again.</summary>
    /// <param name="collector">The collector.</param>
    public void Register(ICollector collector)
    {
        ArgumentNullException.ThrowIfNull(collector);
        _collectors.Add(collector);
    }

    /// <summary>Takes a collector out. A scrape that runs just now may still call it.</summary>
    /// <param name="collector">The collector.</param>
    /// <returns>Whether it was there.</returns>
    public bool Unregister(ICollector collector)
    {
        ArgumentNullException.ThrowIfNull(collector);
        return _collectors.Remove(collector);
    }

    /// <summary>The same as <see cref="FamiliesForScrapeAsync"/>, for a scrape that has no limit of its own.</summary>
    internal IReadOnlyList<IFamilySource> FamiliesForScrape(CancellationToken cancellationToken)
    {
        var families = FamiliesForScrapeAsync(new ScrapeTime(ScrapeTime.DefaultLimit, TimeProvider), cancellationToken);
        return families.IsCompletedSuccessfully ? families.Result : families.AsTask().GetAwaiter().GetResult();
    }

    /// <summary>
    /// The families of one scrape in ordinal order of their base names: those of groups as they are now, those of
    /// callbacks and collectors as they have just been read.
    /// </summary>
    /// <param name="time">How long to wait for code of the user's.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal async ValueTask<IReadOnlyList<IFamilySource>> FamiliesForScrapeAsync(ScrapeTime time, CancellationToken cancellationToken)
    {
        var failed = await PrepareAsync(time, cancellationToken).ConfigureAwait(false);
        return Families(failed, cancellationToken);
    }

    private List<IFamilySource> Families(HashSet<MetricFamily> failed, CancellationToken cancellationToken)
    {
        var registries = Reached();
        var families = registries.Count == 1
            ? OwnFamilies(failed, cancellationToken)
            : [.. Merge(registries, failed, cancellationToken)];
        families.Sort(static (left, right) => string.CompareOrdinal(left.Descriptor.BaseName, right.Descriptor.BaseName));
        return families;
    }

    private List<IFamilySource> OwnFamilies(HashSet<MetricFamily> failed, CancellationToken cancellationToken)
    {
        _deferred.Run();
        var snapshot = Snapshot();
        snapshot.SweepValues();
        var families = snapshot.Without(failed);
        var collected = new ReservedNames();
        if (ProcessMetrics)
        {
            Collect(ProcessCollector.Instance, snapshot, collected, families);
        }

        if (DotNetMetrics)
        {
            Collect(DotNetCollector.Instance, snapshot, collected, families);
        }

        if ((_collecting ??= []).Add(this))
        {
            Collect(snapshot, collected, families, cancellationToken);
        }

        TellOverflows(snapshot);
        if (SelfMetrics)
        {
            snapshot.AddSelfMetrics(families, _collectors.Errors);
        }

        return families;
    }

    private ScrapeSnapshot Snapshot()
    {
        List<MetricsProblem>? problems = null;
        ScrapeSnapshot snapshot;
        lock (_sync)
        {
            if (_snapshot is { } current)
            {
                return current;
            }

            problems = [.. ConstantLabelProblems(), .. ControlProblems()];
            var disabled = _disabled.Concat(_controlled.Where(static control => control.IsDisabled).Select(static control => control.Name));
            snapshot = new ScrapeSnapshot(_families.Values, disabled, _constantLabels, ControlOf);
            _snapshot = snapshot;
        }

        problems.ForEach(problem => Report(problem));
        return snapshot;
    }

    private List<MetricsProblem> ConstantLabelProblems() =>
    [
        .. from label in _constantLabels
           from family in _families.Values
           where family.HasLabel(label.Key)
           select new MetricsProblem(
               family.Family.Descriptor.TextName,
               $"the registry's constant label '{label.Key}' is left out, since the metric or its group has a label of that name"),
    ];

    private void Collect(ScrapeSnapshot snapshot, ReservedNames collected, List<IFamilySource> families, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var collector in _collectors.All)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Collect(collector, snapshot, collected, families);
            }
        }
        finally
        {
            _collecting!.Remove(this);
        }
    }

    // Adds what a collector makes: all of it or, where it throws, nothing.
    private void Collect(ICollector collector, ScrapeSnapshot snapshot, ReservedNames collected, List<IFamilySource> families)
    {
        var sink = new MetricSink(snapshot.ConstantLabels);
        try
        {
            collector.Collect(sink);
        }
        catch (Exception exception)
        {
            Fail(collector, $"the collector threw {exception.GetType().FullName}: {exception.Message}; it is left out", exception);
            return;
        }

        foreach (var family in sink.Families)
        {
            if (snapshot.IsDisabled(family.Descriptor))
            {
                continue;
            }

            if (snapshot.Clash(family.Descriptor, collected) is { } clash)
            {
                Fail(collector, $"its family '{family.Descriptor.TextName}' clashes with '{clash}' and is left out", null);
            }
            else
            {
                collected.Add(family.Descriptor);
                families.Add(family);
            }
        }
    }

    private void Fail(ICollector collector, string message, Exception? exception)
    {
        var name = CollectorList.NameOf(collector);
        _collectors.CountError(name);

        // An exception's message may have a time or an id in it, and one cause would fill the log.
        Report(new MetricsProblem(name, message, exception), exception?.GetType().FullName);
    }
}
