namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class GaugeTests
{
    private readonly ManualClock _clock = new();
    private readonly CollectorRegistry _registry;

    public GaugeTests() => _registry = new CollectorRegistry { TimeProvider = _clock };

    [Fact]
    public void GoesUpAndDown()
    {
        var gauge = _registry.Gauge("connections").At(0);
        gauge.Set(10);
        gauge.Inc();
        gauge.Inc(2.5);
        gauge.Dec();
        gauge.Dec(0.5);
        Assert.Equal(12, gauge.Value);
        Assert.Equal(12, _registry.GetSampleValue("connections"));
        gauge.Inc(-20);
        Assert.Equal(-8, gauge.Value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.MaxValue)]
    [InlineData(-0.0)]
    public void TakesAnyValueThatIsSet(double value)
    {
        var gauge = _registry.Gauge("level").At(0);
        gauge.Set(value);
        Assert.Equal(value, gauge.Value);
        Assert.Equal(value, _registry.GetSampleValue("level"));
    }

    [Fact]
    public void TakesTheNanThatStandsForUntouched()
    {
        var family = _registry.Gauge("level", Declare.Open("tenant", 5));
        var gauge = family.At(family.Intern(0, "a"));
        gauge.Set(BitConverter.Int64BitsToDouble(TypedMetrics.Cells.GaugeCell.Untouched));
        Assert.Equal(double.NaN, gauge.Value);
        Assert.Equal(double.NaN, _registry.GetSampleValue("level", ("tenant", "a")));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void IgnoresAndCountsAmountsThatAreNotFinite(double amount)
    {
        var gauge = _registry.Gauge("level").At(0);
        gauge.Set(3);
        gauge.Inc(amount);
        gauge.Dec(amount);
        Assert.Equal(3, gauge.Value);
        Assert.Equal(2, _registry.GetSampleValue("typedmetrics_invalid_updates_total", ("metric", "level")));
    }

    [Fact]
    public void LabelledSeriesIsExposedOnceItIsSet()
    {
        var family = _registry.Gauge("level", Declare.Closed("tank", "a", "b"));
        var gauge = family.At(1);
        Assert.Empty(_registry.Samples("level{"));
        gauge.Inc(0);
        Assert.Equal(["level{tank=\"b\"} 0"], _registry.Samples("level{"));
    }

    [Fact]
    public void GaugeWithoutLabelsIsExposedFromTheFirstScrape()
    {
        _ = _registry.Gauge("level");
        Assert.Equal(0, _registry.GetSampleValue("level"));
    }

    [Fact]
    public void RemovedSeriesIsGoneAndBeginsAnew()
    {
        var family = _registry.Gauge("level", Declare.Closed("tank", "a", "b"));
        var gauge = family.At(1);
        gauge.Set(5);
        gauge.Remove();
        gauge.Remove();
        Assert.Empty(_registry.Samples("level{"));
        Assert.Equal(0, gauge.Value);
        Assert.Equal(0, family.SeriesTouched);
        gauge.Inc();
        Assert.Equal(1, _registry.GetSampleValue("level", ("tank", "b")));
        Assert.Equal(1, family.SeriesTouched);
    }

    [Fact]
    public void SetsToTheTimeOfTheRegistrysClock()
    {
        var gauge = _registry.Gauge("last_success_timestamp_seconds").At(0);
        _clock.Advance(TimeSpan.FromMilliseconds(250));
        gauge.SetToCurrentTime();
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0, gauge.Value, 1e-6);
    }

    [Fact]
    public async Task TracksWhatIsInProgressAcrossAwait()
    {
        var gauge = _registry.Gauge("jobs").At(0);
        using (gauge.TrackInProgress())
        {
            await Task.Yield();
            using (gauge.TrackInProgress())
            {
                Assert.Equal(2, gauge.Value);
            }

            Assert.Equal(1, gauge.Value);
        }

        Assert.Equal(0, gauge.Value);
    }

    [Fact]
    public void DisposesTheSameVariableOnce()
    {
        var gauge = _registry.Gauge("jobs").At(0);
        var inProgress = gauge.TrackInProgress();
        inProgress.Dispose();
        inProgress.Dispose();
        Assert.Equal(0, gauge.Value);
    }

    [Fact]
    public void TimesIntoTheGauge()
    {
        var gauge = _registry.Gauge("last_run_seconds").At(0);
        using (gauge.Time())
        {
            _clock.Advance(TimeSpan.FromSeconds(2.5));
        }

        Assert.Equal(2.5, gauge.Value);
    }

    [Fact]
    public void DefaultKeepsNothing()
    {
        Gauge gauge = default;
        gauge.Set(1);
        gauge.Inc();
        gauge.Inc(double.NaN);
        gauge.Dec(3);
        gauge.SetToCurrentTime();
        gauge.TrackInProgress().Dispose();
        gauge.Time().Dispose();
        gauge.Remove();
        Assert.Equal(0, gauge.Value);
        default(GaugeTimer).Dispose();
        default(InProgress).Dispose();
    }

    [Fact]
    public void InstrumentsAreEqualIfTheyAreTheSameSeries()
    {
        var family = _registry.Gauge("level", Declare.Closed("tank", "a", "b"));
        Assert.True(family.At(1) == family.At(1));
        Assert.True(family.At(1) != family.At(0));
        Assert.Equal(family.At(1).GetHashCode(), family.At(1).GetHashCode());
        Assert.False(family.At(0).Equals(new object()));
    }
}
