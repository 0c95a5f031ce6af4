namespace TypedMetrics;

/// <summary>
/// Observes a duration in seconds when it is disposed: see <see cref="Summary.Time"/>. It survives
/// <see langword="await"/> and allocates nothing; a second disposal of the same variable does nothing.
/// </summary>
public struct SummaryTimer : IDisposable
{
    private readonly Summary _summary;
    private DurationTimer _timer;

    internal SummaryTimer(Summary summary, DurationTimer timer)
    {
        _summary = summary;
        _timer = timer;
    }

    /// <summary>Observes the seconds since the start.</summary>
    public void Dispose()
    {
        _ = _timer.ObserveTo(_summary);
        _timer = default;
    }
}
