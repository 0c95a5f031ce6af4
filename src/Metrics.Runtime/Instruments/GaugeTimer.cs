namespace TypedMetrics;

/// <summary>
/// Sets a gauge to a duration in seconds when it is disposed: see <see cref="Gauge.Time"/>. It survives
/// <see langword="await"/> and allocates nothing; a second disposal of the same variable does nothing.
/// </summary>
public struct GaugeTimer : IDisposable
{
    private readonly Gauge _gauge;
    private DurationTimer _timer;

    internal GaugeTimer(Gauge gauge, DurationTimer timer)
    {
        _gauge = gauge;
        _timer = timer;
    }

    /// <summary>Sets the gauge to the seconds since the start.</summary>
    public void Dispose()
    {
        _ = _timer.SetTo(_gauge);
        _timer = default;
    }
}
