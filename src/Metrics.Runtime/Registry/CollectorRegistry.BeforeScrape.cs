using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Families;
using TypedMetrics.Registry;

namespace TypedMetrics;

public sealed partial class CollectorRegistry
{
    // Code of the user's that a scrape calls may read samples itself, and must not be called for that in turn, without end:
    // the registries whose code the present thread runs, or waits for.
    private static readonly AsyncLocal<CollectorRegistry[]?> WithinCallsOf = new();

    private BeforeScrapeHook[] _beforeScrape = [];

    /// <summary>Has code run at the beginning of each scrape, before the metrics are read, so that it can set values.</summary>
    /// <remarks>
    /// What was added runs at once, on threads of the pool; scrapes that overlap share a run. A scrape waits for it until half
    /// of its time is gone (what the header <c>X-Prometheus-Scrape-Timeout-Seconds</c> and the server's own limit allow; 10 s
    /// for a scrape from within the program) and shows then what has been set so far. What takes longer goes on, and is not
    /// started again before it has ended. Failures and overruns are counted in
    /// <c>typedmetrics_collector_errors_total{collector}</c>, under the type that the code stands in, and reported once in
    /// <see cref="Problems"/>.
    /// </remarks>
    /// <param name="action">The code. Samples that it reads itself are read without it.</param>
    /// <returns>Takes it out when disposed; a run that is under way goes on.</returns>
    public IDisposable AddBeforeScrape(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return AddBeforeScrape(action, _ =>
        {
            action();
            return ValueTask.CompletedTask;
        });
    }

    /// <inheritdoc cref="AddBeforeScrape(Action)"/>
    public IDisposable AddBeforeScrape(Func<ValueTask> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return AddBeforeScrape(action, _ => action());
    }

    /// <inheritdoc cref="AddBeforeScrape(Action)"/>
    /// <param name="action">The code; its token is cancelled when no scrape waits for it any more.</param>
    public IDisposable AddBeforeScrape(Func<CancellationToken, ValueTask> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return AddBeforeScrape(action, action);
    }

    private BeforeScrapeHook AddBeforeScrape(Delegate given, Func<CancellationToken, ValueTask> action)
    {
        var hook = new BeforeScrapeHook(BeforeScrapeHook.NameOf(given), action, Remove);
        lock (_sync)
        {
            Volatile.Write(ref _beforeScrape, [.. _beforeScrape, hook]);
        }

        return hook;

        void Remove(BeforeScrapeHook removed)
        {
            lock (_sync)
            {
                Volatile.Write(ref _beforeScrape, Array.FindAll(_beforeScrape, other => other != removed));
            }
        }
    }

    /// <summary>
    /// Runs what is to run before a scrape, and then the callbacks, of this registry and of those that it includes.
    /// </summary>
    /// <returns>The families whose callbacks have failed or are late, and which the scrape leaves out.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled; what runs goes on.</exception>
    private async ValueTask<HashSet<MetricFamily>> PrepareAsync(ScrapeTime time, CancellationToken cancellationToken)
    {
        var failed = new HashSet<MetricFamily>();
        var registries = new List<CollectorRegistry>();
        AddTo(registries, WithinCallsOf.Value ?? []);
        var hooks = registries.SelectMany(registry => Volatile.Read(ref registry._beforeScrape).Select(hook => (Registry: registry, Hook: hook)));
        var runs = Start(registries, hooks, hook => hook.Hook.Call, time.LeftBeforeScrape, time.Clock);
        foreach (var ((registry, hook), run) in runs)
        {
            var outcome = await UserCall.WaitAsync(run, time.LeftBeforeScrape, time.Clock, cancellationToken).ConfigureAwait(false);
            registry.CountFailure(hook.Name, "what was added by AddBeforeScrape", "what it has set so far is exposed", outcome);
        }

        var callbacks = registries.SelectMany(registry => registry.Snapshot().Callbacks.Select(family => (Registry: registry, Family: family)));
        var readings = Start(registries, callbacks, callback => callback.Family.Call, time.LeftForCallbacks, time.Clock);
        foreach (var ((registry, family), reading) in readings)
        {
            var outcome = await UserCall.WaitAsync(reading, time.LeftForCallbacks, time.Clock, cancellationToken).ConfigureAwait(false);
            if (registry.CountFailure(family.Descriptor.TextName, "the callback", "the metric is left out", outcome))
            {
                failed.Add(family);
            }
        }

        return failed;
    }

    // This registry and those that it includes, each once, without those whose code is running.
    private void AddTo(List<CollectorRegistry> registries, CollectorRegistry[] within)
    {
        if (registries.Contains(this) || within.Contains(this) || _collecting?.Contains(this) == true)
        {
            return;
        }

        _deferred.Run();
        registries.Add(this);
        foreach (var included in Volatile.Read(ref _included))
        {
            included.AddTo(registries, within);
        }
    }

    private static List<(T Source, Task<CallOutcome> Outcome)> Start<T>(
        List<CollectorRegistry> registries, IEnumerable<T> sources, Func<T, UserCall> callOf, TimeSpan patience, TimeProvider clock)
    {
        var outer = WithinCallsOf.Value;
        CollectorRegistry[] within = [.. outer ?? [], .. registries];
        var started = new List<(T, Task<CallOutcome>)>();
        foreach (var source in sources)
        {
            // The mark goes with the code wherever it awaits.
            WithinCallsOf.Value = within;
            started.Add((source, callOf(source).RunAsync(patience, clock)));
        }

        WithinCallsOf.Value = outer;
        return started;
    }

    private bool CountFailure(string name, string what, string consequence, CallOutcome outcome)
    {
        if (outcome.IsDone)
        {
            return false;
        }

        _collectors.CountError(name);
        var problem = outcome.Exception is { } exception
            ? new MetricsProblem(name, $"{what} threw {exception.GetType().FullName}: {exception.Message}; {consequence}", exception)
            : new MetricsProblem(name, $"{what} has not ended in time; {consequence}");
        Report(problem, outcome.Exception?.GetType().FullName);
        return true;
    }
}
