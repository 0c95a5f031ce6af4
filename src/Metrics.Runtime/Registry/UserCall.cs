namespace TypedMetrics.Registry;

/// <summary>
/// Code of the user's that scrapes call. It runs on a thread of the pool, once at a time: scrapes that overlap share a call,
/// and wait for it no longer than the first of them does. One that is overdue goes on, but no scrape waits for it any more, nor
/// is it called again before it has ended. Safe for any thread.
/// </summary>
internal sealed class UserCall(Func<CancellationToken, ValueTask> action)
{
    private readonly Lock _sync = new();
    private Task<CallOutcome>? _running;

    /// <summary>Waits for an outcome, but no longer than that.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async ValueTask<CallOutcome> WaitAsync(
        Task<CallOutcome> outcome, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await outcome.WaitAsync(patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new(IsInTime: false, null);
        }
    }

    /// <summary>Calls it, or joins the call that runs.</summary>
    /// <param name="patience">How long a new call may take until nobody waits for it; its token is cancelled then.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The outcome, which comes within the patience of whoever began the call; never an error.</returns>
    public Task<CallOutcome> RunAsync(TimeSpan patience, TimeProvider time)
    {
        TaskCompletionSource<CallOutcome> outcome;
        lock (_sync)
        {
            if (_running is { } running)
            {
                return running;
            }

            outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _running = outcome.Task;
        }

        var deadline = new CancellationTokenSource(patience, time);
        deadline.Token.UnsafeRegister(static outcome => ((TaskCompletionSource<CallOutcome>)outcome!).TrySetResult(new(IsInTime: false, null)), outcome);
        _ = Task.Run(() => RunAsync(outcome, deadline));
        return outcome.Task;
    }

    private async Task RunAsync(TaskCompletionSource<CallOutcome> outcome, CancellationTokenSource deadline)
    {
        Exception? failure = null;
        try
        {
            await action(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        lock (_sync)
        {
            _running = null;
        }

        outcome.TrySetResult(new(IsInTime: true, failure));
        deadline.Dispose();
    }
}
