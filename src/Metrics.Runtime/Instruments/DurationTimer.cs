namespace TypedMetrics;

/// <summary>
/// Measures a duration whose labels are known only at its end:
/// <c>var timer = DurationTimer.Start(); … timer.ObserveTo(ShopMetrics.RequestDuration(endpoint));</c>
/// A value of two words: it survives <see langword="await"/> and allocates nothing. <see langword="default"/> has not been
/// started and reports nothing.
/// </summary>
public readonly struct DurationTimer
{
    private readonly TimeProvider? _clock;
    private readonly long _start;

    private DurationTimer(TimeProvider clock)
    {
        _clock = clock;
        _start = clock.GetTimestamp();
    }

    /// <summary>The time since the start; zero for one that has not been started.</summary>
    public TimeSpan Elapsed => _clock?.GetElapsedTime(_start) ?? TimeSpan.Zero;

    /// <summary>Starts a timer on the system's monotonic clock.</summary>
    public static DurationTimer Start() => new(TimeProvider.System);

    /// <summary>Starts a timer on a clock.</summary>
    /// <param name="clock">The clock, which must be monotonic.</param>
    public static DurationTimer Start(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new(clock);
    }

    /// <summary>Observes the seconds since the start.</summary>
    /// <param name="histogram">Takes them.</param>
    /// <returns>The time since the start.</returns>
    public TimeSpan ObserveTo(Histogram histogram)
    {
        var elapsed = Elapsed;
        if (_clock is not null)
        {
            histogram.Observe(elapsed);
        }

        return elapsed;
    }

    /// <summary>Observes the seconds since the start.</summary>
    /// <param name="summary">Takes them.</param>
    /// <returns>The time since the start.</returns>
    public TimeSpan ObserveTo(Summary summary)
    {
        var elapsed = Elapsed;
        if (_clock is not null)
        {
            summary.Observe(elapsed);
        }

        return elapsed;
    }

    /// <summary>Sets a gauge to the seconds since the start.</summary>
    /// <param name="gauge">Takes them.</param>
    /// <returns>The time since the start.</returns>
    public TimeSpan SetTo(Gauge gauge)
    {
        var elapsed = Elapsed;
        if (_clock is not null)
        {
            gauge.Set(elapsed.TotalSeconds);
        }

        return elapsed;
    }
}
