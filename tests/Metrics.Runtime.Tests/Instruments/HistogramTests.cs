namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class HistogramTests
{
    private static readonly double[] Bounds = [0.1, 0.5, 1];
    private readonly ManualClock _clock = new();
    private readonly CollectorRegistry _registry;

    public HistogramTests() => _registry = new CollectorRegistry { TimeProvider = _clock };

    [Fact]
    public void CountsInTheLowestBucketWhoseBoundIsNotBelowTheValue()
    {
        var histogram = _registry.Histogram("duration_seconds", Bounds).At(0);
        foreach (var value in (double[])[-1, 0, 0.1, 0.11, 0.5, 1, 1.5, 1e300])
        {
            histogram.Observe(value);
        }

        Assert.Equal([new(0.1, 3), new(0.5, 5), new(1, 6), new(double.PositiveInfinity, 8)], histogram.GetBuckets());
        Assert.Equal(8, histogram.Count);
        Assert.Equal(8, _registry.GetSampleValue("duration_seconds_count"));
        Assert.Equal(5, _registry.GetSampleValue("duration_seconds_bucket", ("le", "0.5")));
        Assert.Equal(6, _registry.GetSampleValue("duration_seconds_bucket", ("le", "1.0")));
        Assert.Equal(6, _registry.GetSampleValue("duration_seconds_bucket", ("le", "1")));
        Assert.Equal(8, _registry.GetSampleValue("duration_seconds_bucket", ("le", "+Inf")));
        Assert.Null(_registry.GetSampleValue("duration_seconds_bucket", ("le", "2")));
        Assert.Null(_registry.GetSampleValue("duration_seconds_bucket"));
    }

    [Fact]
    public void SumsTheObservations()
    {
        var histogram = _registry.Histogram("duration_seconds", Bounds).At(0);
        histogram.Observe(0.25);
        histogram.Observe(TimeSpan.FromMilliseconds(500));
        Assert.Equal(0.75, histogram.Sum);
        Assert.Equal(0.75, _registry.GetSampleValue("duration_seconds_sum"));
    }

    [Fact]
    public void ObservesPositiveInfinityInTheLastBucket()
    {
        var histogram = _registry.Histogram("duration_seconds", Bounds).At(0);
        histogram.Observe(double.PositiveInfinity);
        Assert.Equal(0, histogram.GetBuckets()[2].CumulativeCount);
        Assert.Equal(1, histogram.Count);
        Assert.Equal(double.PositiveInfinity, histogram.Sum);
        Assert.Null(_registry.GetSampleValue("typedmetrics_invalid_updates_total", ("metric", "duration_seconds")));
    }

    [Fact]
    public void SumIsNeverNan()
    {
        var histogram = _registry.Histogram("balance", [-1, 0, 1]).At(0);
        histogram.Observe(double.NegativeInfinity);
        Assert.Equal(1, histogram.GetBuckets()[0].CumulativeCount);
        histogram.Observe(double.PositiveInfinity);
        Assert.False(double.IsNaN(histogram.Sum));
        Assert.Equal(2, histogram.Count);
    }

    [Fact]
    public void IgnoresAndCountsNan()
    {
        var histogram = _registry.Histogram("duration_seconds", Bounds).At(0);
        histogram.Observe(double.NaN);
        Assert.Equal(0, histogram.Count);
        Assert.Equal(0, histogram.Sum);
        Assert.Equal(1, _registry.GetSampleValue("typedmetrics_invalid_updates_total", ("metric", "duration_seconds")));
    }

    [Fact]
    public void HasPythonsBoundsUnlessGivenOthers()
    {
        var histogram = _registry.Group().Histogram(new("duration_seconds")).At(0);
        Assert.Equal(
            [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, double.PositiveInfinity],
            histogram.GetBuckets().Select(bucket => bucket.UpperBound));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void WorksWithAnyNumberOfBuckets(int count)
    {
        var histogram = _registry.Histogram("size", [.. Enumerable.Range(1, count).Select(bound => (double)bound)]).At(0);
        for (var value = 0; value <= count; value++)
        {
            histogram.Observe(value + 0.5);
        }

        Assert.Equal(Enumerable.Range(1, count).Append(count + 1), histogram.GetBuckets().Select(bucket => (int)bucket.CumulativeCount));
        Assert.Equal(count + 1, _registry.GetSampleValue("size_count"));
        Assert.Equal((count + 1) / 2, _registry.GetSampleValue("size_bucket", ("le", $"{(count + 1) / 2}")));
    }

    [Fact]
    public void TakingAnInstrumentTouchesNothing()
    {
        var family = _registry.Histogram("size", Bounds, Declare.Open("tenant", 3));
        var histogram = family.At(family.Intern(0, "a"));
        Assert.Equal(0, histogram.Count);
        Assert.Equal(0, histogram.Sum);
        Assert.Equal(4, histogram.GetBuckets().Length);
        Assert.Empty(_registry.Samples("size"));
        histogram.Observe(1);
        Assert.Equal(6, _registry.Samples("size").Length);
    }

    [Fact]
    public void RemovedSeriesIsGoneAndBeginsAnew()
    {
        var family = _registry.Histogram("size", Bounds, Declare.Open("tenant", 3));
        var histogram = family.At(family.Intern(0, "a"));
        histogram.Observe(1);
        var created = _registry.GetSampleValue("size_created", ("tenant", "a"));
        histogram.Remove();
        histogram.Remove();
        Assert.Empty(_registry.Samples("size"));
        Assert.Equal(0, histogram.Count);
        histogram.Observe(0.25);
        Assert.Equal(0.25, histogram.Sum);
        Assert.Equal(1, histogram.Count);
        Assert.Equal(1, family.SeriesTouched);

        // The clock stands still, and yet a reset must be seen.
        Assert.True(_registry.GetSampleValue("size_created", ("tenant", "a")) > created);
    }

    [Fact]
    public async Task TimesAcrossAwaitAndOnce()
    {
        var histogram = _registry.Histogram("duration_seconds", Bounds).At(0);
        using (histogram.Time())
        {
            await Task.Yield();
            _clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        Assert.Equal(0.25, histogram.Sum);
        var timer = histogram.Time();
        timer.Dispose();
        timer.Dispose();
        Assert.Equal(2, histogram.Count);
    }

    [Fact]
    public void DefaultObservesNothing()
    {
        Histogram histogram = default;
        histogram.Observe(1);
        histogram.Observe(double.NaN);
        histogram.Observe(TimeSpan.FromSeconds(1));
        histogram.Time().Dispose();
        histogram.Remove();
        Assert.Equal(0, histogram.Count);
        Assert.Equal(0, histogram.Sum);
        Assert.Empty(histogram.GetBuckets());
        default(HistogramTimer).Dispose();
    }

    [Fact]
    public void InstrumentsAreEqualIfTheyAreTheSameSeries()
    {
        var family = _registry.Histogram("size", Bounds, Declare.Closed("tank", "a", "b"));
        Assert.True(family.At(1) == family.At(1));
        Assert.True(family.At(1) != family.At(0));
        Assert.Equal(family.At(1).GetHashCode(), family.At(1).GetHashCode());
        Assert.False(family.At(0).Equals(new object()));
    }
}
