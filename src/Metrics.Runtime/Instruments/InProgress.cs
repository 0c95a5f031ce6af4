namespace TypedMetrics;

/// <summary>
/// Subtracts 1 from a gauge when it is disposed: see <see cref="Gauge.TrackInProgress"/>. It survives
/// <see langword="await"/> and allocates nothing; a second disposal of the same variable does nothing.
/// </summary>
public struct InProgress : IDisposable
{
    private Gauge _gauge;

    internal InProgress(Gauge gauge) => _gauge = gauge;

    /// <summary>Subtracts the 1 that was added.</summary>
    public void Dispose()
    {
        _gauge.Dec();
        _gauge = default;
    }
}
