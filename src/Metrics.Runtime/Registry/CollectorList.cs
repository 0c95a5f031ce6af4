namespace TypedMetrics.Registry;

/// <summary>The collectors of a registry, and how often those of each type have failed. Safe for any thread.</summary>
internal sealed class CollectorList
{
    private readonly Lock _sync = new();
    private readonly SortedDictionary<string, long> _errors = new(StringComparer.Ordinal);
    private ICollector[] _collectors = [];

    /// <summary>All collectors in the order in which they were added.</summary>
    public ICollector[] All => Volatile.Read(ref _collectors);

    /// <summary>The failures by type, in ordinal order.</summary>
    public KeyValuePair<string, long>[] Errors
    {
        get
        {
            lock (_sync)
            {
                return [.. _errors];
            }
        }
    }

    /// <summary>What a collector is called in problems and self-metrics.</summary>
    public static string NameOf(ICollector collector) => collector.GetType().FullName ?? collector.GetType().Name;

    /// <summary>Adds a collector unless it is there.</summary>
    public void Add(ICollector collector)
    {
        lock (_sync)
        {
            if (!_collectors.Contains(collector))
            {
                Volatile.Write(ref _collectors, [.. _collectors, collector]);
            }
        }
    }

    /// <summary>Takes a collector out; false where it is not there.</summary>
    public bool Remove(ICollector collector)
    {
        lock (_sync)
        {
            var index = Array.IndexOf(_collectors, collector);
            if (index < 0)
            {
                return false;
            }

            Volatile.Write(ref _collectors, [.. _collectors[..index], .. _collectors[(index + 1)..]]);
            return true;
        }
    }

    /// <summary>Counts a failure.</summary>
    public void CountError(string name)
    {
        lock (_sync)
        {
            _errors[name] = _errors.GetValueOrDefault(name) + 1;
        }
    }
}
