namespace TypedMetrics.Registry;

/// <summary>
/// What builds the static groups of assemblies, kept until the first scrape. Safe for any thread.
/// </summary>
/// <remarks>
/// A source runs the static constructors of generated holders, which may run on another thread just now and register
/// there. So the lock that is held while sources run is taken by scrapes alone and before any other; registering takes the
/// registry's lock only, and adding a source takes one under which nothing runs.
/// </remarks>
internal sealed class DeferredSources
{
    private readonly Lock _running = new();
    private readonly Lock _adding = new();
    private readonly Action<Exception> _failed;
    private volatile List<Action>? _sources;

    /// <summary>Makes an empty list.</summary>
    /// <param name="failed">Told of a source that throws; the others run.</param>
    public DeferredSources(Action<Exception> failed) => _failed = failed;

    /// <summary>Adds a source for the next <see cref="Run()"/>.</summary>
    public void Add(Action source)
    {
        lock (_adding)
        {
            (_sources ??= []).Add(source);
        }
    }

    /// <summary>Runs what has been added. When it returns, all have run, by whichever thread.</summary>
    public void Run()
    {
        lock (_running)
        {
            // A source may add further ones: those of the assemblies that it loads.
            while (Take() is { } sources)
            {
                foreach (var source in sources)
                {
                    Run(source);
                }
            }
        }
    }

    private List<Action>? Take()
    {
        if (_sources is null)
        {
            return null;
        }

        lock (_adding)
        {
            var sources = _sources;
            _sources = null;
            return sources;
        }
    }

    private void Run(Action source)
    {
        try
        {
            source();
        }
        catch (Exception exception)
        {
            _failed(exception);
        }
    }
}
