namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class DurationTimerTests
{
    private readonly ManualClock _clock = new();
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void ReportsToAHistogramOrAGaugeAndGivesTheTime()
    {
        var histogram = _registry.Histogram("duration_seconds", [1, 2]).At(0);
        var gauge = _registry.Gauge("last_seconds").At(0);
        var timer = DurationTimer.Start(_clock);
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(TimeSpan.FromSeconds(1.5), timer.Elapsed);
        Assert.Equal(TimeSpan.FromSeconds(1.5), timer.ObserveTo(histogram));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(2.5), timer.SetTo(gauge));
        Assert.Equal(1.5, histogram.Sum);
        Assert.Equal(2.5, gauge.Value);
    }

    [Fact]
    public void RunsOnTheSystemsClock()
    {
        var before = TimeProvider.System.GetTimestamp();
        var timer = DurationTimer.Start();
        var elapsed = timer.Elapsed;
        Assert.InRange(elapsed, TimeSpan.Zero, TimeProvider.System.GetElapsedTime(before));
    }

    [Fact]
    public void ThatWasNotStartedReportsNothing()
    {
        var histogram = _registry.Histogram("duration_seconds", [1, 2]).At(0);
        var gauge = _registry.Gauge("last_seconds").At(0);
        gauge.Set(7);
        Assert.Equal(TimeSpan.Zero, default(DurationTimer).ObserveTo(histogram));
        Assert.Equal(TimeSpan.Zero, default(DurationTimer).SetTo(gauge));
        Assert.Equal(0, histogram.Count);
        Assert.Equal(7, gauge.Value);
    }

    [Fact]
    public void NeedsAClock() => Assert.Throws<ArgumentNullException>(() => DurationTimer.Start(null!));
}
