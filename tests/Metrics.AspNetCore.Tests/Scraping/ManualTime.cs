using System.Collections.Concurrent;

namespace TypedMetrics.AspNetCore.Tests.Scraping;

/// <summary>A clock whose timers all elapse when the test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly ConcurrentBag<Timer> _timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(() => callback(state));
        _timers.Add(timer);
        return timer;
    }

    public void Elapse()
    {
        foreach (var timer in _timers)
        {
            timer.Elapse();
        }
    }

    private sealed class Timer(Action callback) : ITimer
    {
        private volatile bool _isDisposed;

        public void Elapse()
        {
            if (!_isDisposed)
            {
                callback();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => _isDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
