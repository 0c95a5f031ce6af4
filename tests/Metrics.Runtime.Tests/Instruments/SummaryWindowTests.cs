using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Instruments;

/// <summary>A window of ten minutes in five parts: what a quantile is of, whenever it is read.</summary>
public sealed class SummaryWindowTests
{
    private static readonly TimeSpan Part = TimeSpan.FromSeconds(120);
    private readonly ManualClock _clock = new();
    private readonly SummaryFamily _family;
    private readonly Summary _summary;

    public SummaryWindowTests()
    {
        _family = new CollectorRegistry { TimeProvider = _clock }.Summary("wait_seconds");
        _summary = _family.At(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ObservationLeavesTheWindowWithItsPart(bool isReadInBetween)
    {
        _summary.Observe(5);
        for (var part = 0; part < 4; part++)
        {
            _clock.Advance(Part);
            if (isReadInBetween)
            {
                Assert.Equal(5, _summary.GetQuantile(0.5));
            }
        }

        Assert.Equal(5, _summary.GetQuantile(0.5));
        _clock.Advance(Part);
        Assert.Equal(double.NaN, _summary.GetQuantile(0.5));
        Assert.Equal(1, _summary.Count);
        Assert.Equal(5, _summary.Sum);
    }

    [Fact]
    public void WindowHoldsTheLastPartsOnly()
    {
        for (var part = 1; part <= 20; part++)
        {
            _summary.Observe(part);
            AssertClose(Math.Max(1, part - 4), _summary.GetQuantile(0));
            AssertClose(part, _summary.GetQuantile(1));
            _clock.Advance(Part);
        }

        Assert.Equal(20, _summary.Count);
    }

    [Fact]
    public void NobodyHasToReadForTheWindowToMove()
    {
        for (var part = 1; part <= 20; part++)
        {
            _summary.Observe(part);
            _clock.Advance(Part);
        }

        AssertClose(17, _summary.GetQuantile(0));
        AssertClose(20, _summary.GetQuantile(1));
    }

    [Fact]
    public void ScrapesRarerThanTheWindowSeeItAlone()
    {
        _summary.Observe(1);
        _clock.Advance(TimeSpan.FromHours(3));
        _summary.Observe(7);
        Assert.Equal(7, _summary.GetQuantile(0));
        Assert.Equal(2, _summary.Count);
    }

    [Fact]
    public void FirstObservationAfterALongSilenceIsOfThePresent()
    {
        var clock = new ManualClock(hasTimers: false);
        var summary = new CollectorRegistry { TimeProvider = clock }.Summary("a").At(0);
        clock.Advance(TimeSpan.FromHours(3));
        summary.Observe(7);
        Assert.Equal(7, summary.GetQuantile(0.5));
    }

    [Fact]
    public void WithoutTimersNothingOlderThanTheWindowIsShown()
    {
        var clock = new ManualClock(hasTimers: false);
        var summary = new CollectorRegistry { TimeProvider = clock }.Summary("a").At(0);
        summary.Observe(5);
        clock.Advance(TimeSpan.FromSeconds(480));
        Assert.Equal(5, summary.GetQuantile(0.5));
        clock.Advance(TimeSpan.FromSeconds(121));
        Assert.Equal(double.NaN, summary.GetQuantile(0.5));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(double.NaN, summary.GetQuantile(0.5));
        summary.Observe(6);
        Assert.Equal(6, summary.GetQuantile(0.5));
    }

    [Fact]
    public void ClockThatIsSetBackKeepsTheWindow()
    {
        _clock.Advance(Part * 10);
        _summary.Observe(5);
        _clock.Advance(-Part * 3);
        Assert.Equal(5, _summary.GetQuantile(0.5));
        _summary.Observe(6);
        Assert.Equal(6, _summary.GetQuantile(1));
        _clock.Advance(Part * 5);
        Assert.Equal(double.NaN, _summary.GetQuantile(0.5));
    }

    [Fact]
    public void ExtremesLeaveWithTheirObservations()
    {
        _summary.Observe(1.001);
        _clock.Advance(Part * 6);
        _summary.Observe(1.002);
        _clock.Advance(Part);
        _summary.Observe(1.003);
        Assert.Equal(1.002, _summary.GetQuantile(0), 0.0078);
        _clock.Advance(Part * 4);
        Assert.InRange(_summary.GetQuantile(0), 1.002, 1.003);
        _clock.Advance(Part);
        Assert.Equal(double.NaN, _summary.GetQuantile(0));
    }

    [Fact]
    public void WindowIsAsLongAsDeclared()
    {
        var registry = new CollectorRegistry { TimeProvider = _clock };
        var summary = registry.Group().Summary(new MetricDeclaration("a") { MaxAgeSeconds = 10, AgeBuckets = 1 }).At(0);
        summary.Observe(3);
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal(3, summary.GetQuantile(0.5));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(double.NaN, summary.GetQuantile(0.5));
    }

    [Fact]
    public void TimerBeginsWithTheFirstObservationAndEndsWithTheFamily()
    {
        var clock = new ManualClock();
        ObserveOnce(clock);
        for (var i = 0; i < 10 && clock.TimerCount > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(0, clock.TimerCount);
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.InRange(actual / expected, 1 - (1 / 129.0), 1 + (1 / 129.0));

    // In a method of its own, so that no local keeps the family alive.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void ObserveOnce(ManualClock clock)
    {
        var summary = new CollectorRegistry { TimeProvider = clock }.Summary("a").At(0);
        Assert.Equal(0, clock.TimerCount);
        summary.Observe(1);
        summary.Observe(100);
        Assert.Equal(1, clock.TimerCount);
        clock.Advance(TimeSpan.FromMinutes(5));
    }
}
