namespace TypedMetrics;

/// <summary>
/// Observes a duration in seconds when it is disposed: see <see cref="Histogram.Time"/>. It survives
/// <see langword="await"/> and allocates nothing; a second disposal of the same variable does nothing.
/// </summary>
public struct HistogramTimer : IDisposable
{
    private readonly Histogram _histogram;
    private DurationTimer _timer;

    internal HistogramTimer(Histogram histogram, DurationTimer timer)
    {
        _histogram = histogram;
        _timer = timer;
    }

    /// <summary>Observes the seconds since the start.</summary>
    public void Dispose()
    {
        _ = _timer.ObserveTo(_histogram);
        _timer = default;
    }
}
