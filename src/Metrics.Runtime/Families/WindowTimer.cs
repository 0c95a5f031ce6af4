using TypedMetrics.CompilerServices;

namespace TypedMetrics.Families;

/// <summary>
/// Advances the windows of a summary at the beginning of each epoch, whether anybody reads them or not. It does not keep the
/// summary alive, and ends with it.
/// </summary>
internal sealed class WindowTimer
{
    private readonly ITimer _timer;

    /// <summary>Starts it.</summary>
    /// <param name="family">The summary.</param>
    /// <param name="clock">Makes the timer.</param>
    /// <param name="due">When the next epoch begins.</param>
    public WindowTimer(SummaryFamily family, TimeProvider clock, TimeSpan due)
    {
        var target = new Target(family);

        // The context of whoever observes first is not to be kept.
        if (ExecutionContext.IsFlowSuppressed())
        {
            _timer = Start(target, clock);
        }
        else
        {
            using (ExecutionContext.SuppressFlow())
            {
                _timer = Start(target, clock);
            }
        }

        target.Timer = _timer;
        _ = _timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ends the timer with the family that held it.</summary>
    ~WindowTimer() => _timer?.Dispose();

    private static ITimer Start(Target target, TimeProvider clock) => clock.CreateTimer(
        static state => ((Target)state!).Tick(), target, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private sealed class Target(SummaryFamily family)
    {
        private readonly WeakReference<SummaryFamily> _family = new(family);

        public ITimer? Timer { get; set; }

        public void Tick()
        {
            if (_family.TryGetTarget(out var summary))
            {
                _ = Timer?.Change(summary.Advance(), Timeout.InfiniteTimeSpan);
            }
        }
    }
}
