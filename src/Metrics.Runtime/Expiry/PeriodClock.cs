using System.Runtime.CompilerServices;

namespace TypedMetrics.Expiry;

/// <summary>
/// Tells whether a period has gone. Registries with clocks of their own may share the values of a type: each clock counts
/// from when it was first asked after the last period ended. Not thread-safe.
/// </summary>
internal sealed class PeriodClock(TimeSpan period)
{
    // Weak, since a registry and its clock may be dropped.
    private readonly ConditionalWeakTable<TimeProvider, StrongBox<long>> _starts = [];

    /// <summary>Whether so much time has gone on that clock.</summary>
    public bool HasEnded(TimeProvider clock)
    {
        if (_starts.TryGetValue(clock, out var start))
        {
            return clock.GetElapsedTime(start.Value) >= period;
        }

        _starts.Add(clock, new(clock.GetTimestamp()));
        return false;
    }

    /// <summary>Begins the next period, now.</summary>
    public void Restart(TimeProvider clock)
    {
        _starts.Clear();
        _starts.Add(clock, new(clock.GetTimestamp()));
    }
}
