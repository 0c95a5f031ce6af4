using TypedMetrics.Runtime.Tests.Cells;

namespace TypedMetrics.Runtime.Tests.Instruments;

/// <summary>An update and a removal of one series at the same moment, again and again.</summary>
public sealed class RemoveRaceTests
{
    private const int Rounds = 2000;

    private readonly CollectorRegistry _registry = new() { SelfMetrics = false };

    [Fact]
    public void CounterIsEitherGoneOrExposedWithWhatItHolds()
    {
        var family = _registry.Counter("orders_total", Declare.Open("tenant", 4));
        var counter = family.At(family.Intern(0, "a"));
        var taken = 0.0;
        Race(
            () => counter.Inc(),
            () => taken += family.Remove(0),
            round =>
            {
                Assert.Equal(round, taken + counter.Value);
                Assert.Equal(counter.Value == 0 ? null : counter.Value, _registry.GetSampleValue("orders_total", ("tenant", "a")));
                Assert.Equal(counter.Value == 0 ? 0 : 1, family.SeriesTouched);
            });
    }

    [Fact]
    public void GaugeIsEitherGoneOrExposedWithWhatItHolds()
    {
        var family = _registry.Gauge("level", Declare.Open("tenant", 4));
        var gauge = family.At(family.Intern(0, "a"));
        var last = 0.0;
        Race(
            () => gauge.Inc(),
            () => gauge.Remove(),
            _ =>
            {
                Assert.True(gauge.Value is 0 or 1 || gauge.Value == last + 1);
                last = gauge.Value;
                Assert.Equal(last == 0 ? null : last, _registry.GetSampleValue("level", ("tenant", "a")));
                Assert.Equal(last == 0 ? 0 : 1, family.SeriesTouched);
            });
    }

    [Fact]
    public void GaugeThatIsSetIsEitherGoneOrHasTheValue()
    {
        var family = _registry.Gauge("level", Declare.Open("tenant", 4));
        var gauge = family.At(family.Intern(0, "a"));
        Race(
            () => gauge.Set(7),
            () => gauge.Remove(),
            _ => Assert.True(_registry.GetSampleValue("level", ("tenant", "a")) is null or 7));
    }

    [Fact]
    public void HistogramIsEitherGoneOrWhole()
    {
        var family = _registry.Histogram("size", [1, 3], Declare.Open("tenant", 4));
        var histogram = family.At(family.Intern(0, "a"));
        Race(
            () => histogram.Observe(2),
            () => histogram.Remove(),
            _ =>
            {
                Assert.Equal(2 * histogram.Count, histogram.Sum);
                Assert.Equal(histogram.Count == 0 ? null : histogram.Count, _registry.GetSampleValue("size_count", ("tenant", "a")));
            });
    }

    [Fact]
    public void SummaryIsEitherGoneOrWhole()
    {
        var family = _registry.Summary("size", Declare.Open("tenant", 4));
        var summary = family.At(family.Intern(0, "a"));
        Race(
            () => summary.Observe(2),
            () => summary.Remove(),
            _ =>
            {
                Assert.Equal(2 * summary.Count, summary.Sum);
                Assert.Equal(summary.Count == 0 ? null : summary.Count, _registry.GetSampleValue("size_count", ("tenant", "a")));
            });
    }

    // Both actions at once, then the check, alone.
    private static void Race(Action update, Action remove, Action<int> check)
    {
        var begun = 0;
        var ended = 0;
        Threads.Run(
            () =>
            {
                for (var round = 1; round <= Rounds; round++)
                {
                    WaitFor(ref begun, round);
                    update();
                    Volatile.Write(ref ended, round);
                }
            },
            () =>
            {
                try
                {
                    for (var round = 1; round <= Rounds; round++)
                    {
                        Volatile.Write(ref begun, round);

                        // The other thread takes a moment to see it; the two meet at another point each time.
                        Thread.SpinWait(round % 40);
                        remove();
                        WaitFor(ref ended, round);
                        check(round);
                    }
                }
                finally
                {
                    Volatile.Write(ref begun, int.MaxValue);
                }
            });
    }

    private static void WaitFor(ref int moment, int value)
    {
        var wait = default(SpinWait);
        while (Volatile.Read(ref moment) < value)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }
    }
}
