namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class CounterTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void AddsWholeAndFractionalAmounts()
    {
        var counter = _registry.Counter("orders_total").At(0);
        counter.Inc();
        counter.Inc(41L);
        counter.Inc(0.5);
        Assert.Equal(42.5, counter.Value);
        Assert.Equal(42.5, _registry.GetSampleValue("orders_total"));
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(uint.MaxValue + 1L)]
    [InlineData(1L << 40)]
    [InlineData(1L << 52)]
    public void AddsLargeIntegersExactly(long amount)
    {
        var counter = _registry.Counter("bytes_total").At(0);
        counter.Inc(amount);
        counter.Inc();
        Assert.Equal(amount + 1.0, counter.Value);
        counter.Inc((double)amount);
        Assert.Equal((2.0 * amount) + 1, counter.Value);
    }

    [Fact]
    public void NeverWrapsAroundWithTheLargestAmounts()
    {
        var counter = _registry.Counter("bytes_total").At(0);
        for (var i = 0; i < 100; i++)
        {
            counter.Inc(long.MaxValue);
        }

        Assert.Equal(100.0 * long.MaxValue, counter.Value, 1e-10 * long.MaxValue);
        counter.Inc(double.MaxValue);
        counter.Inc(double.MaxValue);
        Assert.Equal(double.PositiveInfinity, counter.Value);
    }

    [Fact]
    public void ExposesIntegralValuesAsIntegersHoweverTheyCameAbout()
    {
        var counter = _registry.Counter("bytes_total").At(0);
        counter.Inc(5_000_000_000L);
        Assert.Equal(["bytes_total 5000000000"], _registry.Samples("bytes_total"));
        counter.Inc(0.25);
        counter.Inc(0.75);
        Assert.Equal(["bytes_total 5000000001"], _registry.Samples("bytes_total"));
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(-0.5)]
    [InlineData(-1e300)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void IgnoresAndCountsInvalidAmounts(double amount)
    {
        var counter = _registry.Counter("orders_total").At(0);
        counter.Inc(3);
        counter.Inc(amount);
        counter.IncTo(amount);
        Assert.Equal(3, counter.Value);
        Assert.Equal(2, _registry.GetSampleValue("typedmetrics_invalid_updates_total", ("metric", "orders_total")));
    }

    [Theory]
    [InlineData(-1L)]
    [InlineData(long.MinValue)]
    public void IgnoresAndCountsNegativeIntegers(long amount)
    {
        var counter = _registry.Counter("orders_total").At(0);
        counter.Inc(3);
        counter.Inc(amount);
        Assert.Equal(3, counter.Value);
        Assert.Equal(1, _registry.GetSampleValue("typedmetrics_invalid_updates_total", ("metric", "orders_total")));
    }

    [Fact]
    public void TakingAnInstrumentTouchesNothingAndAddingZeroDoes()
    {
        var family = _registry.Counter("orders_total", Declare.Open("tenant", 5));
        var counter = family.At(family.Intern(0, "a"));
        Assert.Null(_registry.GetSampleValue("orders_total", ("tenant", "a")));
        counter.Inc(0);
        Assert.Equal(0, _registry.GetSampleValue("orders_total", ("tenant", "a")));

        var other = family.At(family.Intern(0, "b"));
        other.Inc(0.0);
        Assert.Equal(0, _registry.GetSampleValue("orders_total", ("tenant", "b")));

        var third = family.At(family.Intern(0, "c"));
        third.IncTo(0);
        Assert.Equal(0, _registry.GetSampleValue("orders_total", ("tenant", "c")));
    }

    [Fact]
    public void ReadingDoesNotTouch()
    {
        var family = _registry.Counter("orders_total", Declare.Open("tenant", 5));
        Assert.Equal(0, family.At(family.Intern(0, "a")).Value);
        Assert.Empty(_registry.Samples("orders_total"));
    }

    [Theory]
    [InlineData(0.1, 0.3)]
    [InlineData(1.234, 1.567)]
    [InlineData(1e15, 1e15 + 0.125)]
    [InlineData(3, 1e18)]
    public void RaisesToTheVeryValue(double first, double second)
    {
        var counter = _registry.Counter("cpu_seconds_total").At(0);
        counter.IncTo(first);
        Assert.Equal(first, counter.Value);
        counter.IncTo(second);
        Assert.Equal(second, counter.Value);
        counter.IncTo(first);
        Assert.Equal(second, counter.Value);
    }

    [Fact]
    public void RaisesOnTopOfWhatWasAdded()
    {
        var counter = _registry.Counter("cpu_seconds_total").At(0);
        counter.Inc(0.1);
        counter.Inc(2L);
        counter.IncTo(2);
        Assert.Equal(2.1, counter.Value);
        counter.IncTo(2.3);
        Assert.True(counter.Value >= 2.3);
        Assert.Equal(2.3, counter.Value, 1e-12);
    }

    [Fact]
    public void RemovedSeriesIsGoneAndBeginsAnew()
    {
        var clock = new ManualClock();
        var registry = new CollectorRegistry { TimeProvider = clock };
        var family = registry.Counter("orders_total", Declare.Open("tenant", 5));
        var counter = family.At(family.Intern(0, "a"));
        counter.Inc(7);
        counter.Inc(0.5);
        var created = registry.GetSampleValue("orders_created", ("tenant", "a"));
        counter.Remove();
        Assert.Empty(registry.Samples("orders_total"));
        Assert.Equal(0, counter.Value);
        counter.Remove();

        counter.Inc();
        Assert.Equal(1, registry.GetSampleValue("orders_total", ("tenant", "a")));

        // The clock stands still, and yet a reset must be seen.
        Assert.True(registry.GetSampleValue("orders_created", ("tenant", "a")) > created);
    }

    [Fact]
    public void SeriesIsBornWhenItIsTouchedFirst()
    {
        var clock = new ManualClock();
        var registry = new CollectorRegistry { TimeProvider = clock };
        var family = registry.Counter("orders_total", Declare.Open("tenant", 5));
        clock.Advance(TimeSpan.FromSeconds(1.5));
        var counter = family.At(family.Intern(0, "a"));
        counter.Inc();
        var born = (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
        clock.Advance(TimeSpan.FromHours(1));
        counter.Inc();
        Assert.Equal(born, registry.GetSampleValue("orders_created", ("tenant", "a")));
    }

    [Fact]
    public void KeptInstrumentOutlivesItsRegistration()
    {
        var group = _registry.Group();
        var counter = group.Counter(new("orders_total")).At(0);
        counter.Inc();
        group.Dispose();
        counter.Inc();
        Assert.Equal(2, counter.Value);
        Assert.Null(_registry.GetSampleValue("orders_total"));
    }

    [Fact]
    public void DefaultCountsNothing()
    {
        Counter counter = default;
        counter.Inc();
        counter.Inc(1L);
        counter.Inc(0.5);
        counter.Inc(double.NaN);
        counter.IncTo(3);
        counter.Remove();
        Assert.Equal(0, counter.Value);
        Assert.Equal(5, counter.CountExceptions(() => 5));
    }

    [Fact]
    public void InstrumentsAreEqualIfTheyAreTheSameSeries()
    {
        var family = _registry.Counter("orders_total", Declare.Closed("kind", "a", "b"));
        Assert.True(family.At(1) == family.At(1));
        Assert.True(family.At(1) != family.At(0));
        Assert.Equal(family.At(1).GetHashCode(), family.At(1).GetHashCode());
        Assert.False(family.At(0).Equals(default));
        Assert.True(family.At(0).Equals((object)family.At(0)));
        Assert.NotEqual(family.At(0), _registry.Counter("other_total", Declare.Closed("kind", "a", "b")).At(0));
    }
}
