using TypedMetrics.CompilerServices;

namespace TypedMetrics.Expiry;

/// <summary>
/// The metrics whose series have values of an expiring label. Weak: the values of a type outlive the registries that use them.
/// Safe for any thread.
/// </summary>
internal sealed class ExpiryUsers
{
    private readonly Lock _sync = new();
    private List<(WeakReference<MetricFamily> Family, int Label)> _users = [];
    private int _pruneAt = 8;

    /// <summary>How many there are, with some that are no longer alive.</summary>
    public int Count
    {
        get
        {
            lock (_sync)
            {
                return _users.Count;
            }
        }
    }

    /// <summary>Adds a metric's label.</summary>
    public void Add(MetricFamily family, int label)
    {
        lock (_sync)
        {
            if (_users.Count >= _pruneAt)
            {
                _users = [.. _users.Where(user => user.Family.TryGetTarget(out _))];
                _pruneAt = Math.Max(8, _users.Count * 2);
            }

            _users.Add((new(family), label));
        }
    }

    /// <summary>The metrics that are still there, with the ordinal of their label.</summary>
    public List<(MetricFamily Family, int Label)> Alive()
    {
        lock (_sync)
        {
            var alive = new List<(MetricFamily, int)>(_users.Count);
            foreach (var (reference, label) in _users)
            {
                if (reference.TryGetTarget(out var family))
                {
                    alive.Add((family, label));
                }
            }

            return alive;
        }
    }
}
