namespace TypedMetrics.Server;

/// <summary>A token that is cancelled with another one, or after a while.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    /// <summary>Starts the time.</summary>
    public TimeLimit(TimeSpan duration, TimeProvider time, CancellationToken token)
    {
        _timer = new CancellationTokenSource(duration, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, token);
    }

    /// <summary>Cancelled by either.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Whether the time is over.</summary>
    public bool HasRunOut => _timer.IsCancellationRequested;

    /// <inheritdoc/>
    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
