using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class SummaryTests
{
    private readonly ManualClock _clock = new();
    private readonly CollectorRegistry _registry;

    public SummaryTests() => _registry = new CollectorRegistry { TimeProvider = _clock };

    [Fact]
    public void CountsAndSumsTheObservations()
    {
        var summary = _registry.Summary("wait_seconds").At(0);
        summary.Observe(0.25);
        summary.Observe(TimeSpan.FromMilliseconds(500));
        Assert.Equal(2, summary.Count);
        Assert.Equal(0.75, summary.Sum);
        Assert.Equal(2, _registry.GetSampleValue("wait_seconds_count"));
        Assert.Equal(0.75, _registry.GetSampleValue("wait_seconds_sum"));
        AssertClose(0.25, _registry.GetSampleValue("wait_seconds", ("quantile", "0.5")) ?? 0);
        Assert.Null(_registry.GetSampleValue("wait_seconds", ("quantile", "0.75")));
    }

    [Fact]
    public void ReadsQuantilesBackWhetherExposedOrNot()
    {
        var summary = _registry.Summary("size_bytes").At(0);
        for (var i = 1; i <= 1000; i++)
        {
            summary.Observe(i);
        }

        Assert.Equal([0.5, 0.9, 0.99], summary.GetQuantiles().Select(quantile => quantile.Quantile));
        AssertClose(500, summary.GetQuantiles()[0].Value);
        AssertClose(900, summary.GetQuantiles()[1].Value);
        AssertClose(990, summary.GetQuantiles()[2].Value);
        AssertClose(250, summary.GetQuantile(0.25));
        AssertClose(1, summary.GetQuantile(0));
        AssertClose(1000, summary.GetQuantile(1));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void RefusesToReadWhatIsNoQuantile(double quantile) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _registry.Summary("a").At(0).GetQuantile(quantile));

    [Fact]
    public void EmptyWindowIsNotANumber()
    {
        var summary = _registry.Summary("a").At(0);
        Assert.Equal(0, summary.Count);
        Assert.Equal(double.NaN, summary.GetQuantile(0.5));
        Assert.Equal(["a{quantile=\"0.5\"} NaN", "a{quantile=\"0.9\"} NaN", "a{quantile=\"0.99\"} NaN", "a_sum 0", "a_count 0"], _registry.Samples("a"));
    }

    [Fact]
    public void TakesValuesOfEverySignAndSize()
    {
        var summary = _registry.Summary("a").At(0);
        double[] values = [double.NegativeInfinity, -1e300, -2, -1, -1e-300, 0, 1e-300, 1, 2, 1e300, double.PositiveInfinity];
        foreach (var value in values)
        {
            summary.Observe(value);
        }

        for (var i = 0; i < values.Length; i++)
        {
            AssertClose(values[i], summary.GetQuantile((i + 0.5) / values.Length));
        }

        Assert.Equal(values.Length, summary.Count);
        Assert.False(double.IsNaN(summary.Sum));
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.51, 2)]
    [InlineData(0.99, 2)]
    public void RanksOfFewObservationsAreRoundedUp(double quantile, double expected)
    {
        var summary = _registry.Summary("a").At(0);
        summary.Observe(1);
        summary.Observe(2);
        AssertClose(expected, summary.GetQuantile(quantile));
    }

    [Fact]
    public void ConstantIsExact()
    {
        var summary = _registry.Summary("a").At(0);
        for (var i = 0; i < 100; i++)
        {
            summary.Observe(0.1);
        }

        Assert.All(summary.GetQuantiles(), quantile => Assert.Equal(0.1, quantile.Value));
    }

    [Fact]
    public void IgnoresAndCountsNan()
    {
        var summary = _registry.Summary("a").At(0);
        summary.Observe(double.NaN);
        Assert.Equal(0, summary.Count);
        Assert.Equal(1, _registry.GetSampleValue("typedmetrics_invalid_updates_total", ("metric", "a")));
    }

    [Fact]
    public void TimesWithTheRegistrysClock()
    {
        var summary = _registry.Summary("wait_seconds").At(0);
        using (summary.Time())
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        var timer = DurationTimer.Start(_clock);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(3), timer.ObserveTo(summary));
        Assert.Equal(5, summary.Sum);
        Assert.Equal(2, summary.Count);
        default(DurationTimer).ObserveTo(summary);
        Assert.Equal(2, summary.Count);
    }

    [Fact]
    public void SecondDisposalOfATimerDoesNothing()
    {
        var summary = _registry.Summary("wait_seconds").At(0);
        var timer = summary.Time();
        timer.Dispose();
        timer.Dispose();
        Assert.Equal(1, summary.Count);
    }

    [Fact]
    public void RemovedSeriesBeginsAnew()
    {
        var family = _registry.Summary("a", Declare.Closed("kind", "x", "y"));
        var summary = family.At(0);
        summary.Observe(5);
        summary.Remove();
        Assert.Equal(0, summary.Count);
        Assert.Equal(double.NaN, summary.GetQuantile(0.5));
        Assert.Null(_registry.GetSampleValue("a_count", ("kind", "x")));
        summary.Observe(7);
        Assert.Equal(1, summary.Count);
        Assert.Equal(7, summary.Sum);
        Assert.Equal(7, summary.GetQuantile(0));
    }

    [Fact]
    public void BirthMovesWhenASeriesBeginsAnew()
    {
        var family = _registry.Summary("a", Declare.Open("kind", 2));
        var summary = family.At(family.Intern(0, "x"));
        summary.Observe(1);
        var first = Created();
        summary.Remove();
        summary.Observe(1);
        Assert.True(Created() > first);

        double Created()
        {
            var output = new System.Buffers.ArrayBufferWriter<byte>();
            _registry.Write(output, ExpositionFormat.OpenMetrics, new ExpositionOptions { Created = true });
            var line = System.Text.Encoding.UTF8.GetString(output.WrittenSpan).Split('\n').Single(line => line.StartsWith("a_created", StringComparison.Ordinal));
            return Declare.ValueOf(line);
        }
    }

    [Fact]
    public void DefaultObservesNothing()
    {
        default(Summary).Observe(1);
        default(Summary).Remove();
        using (default(Summary).Time())
        {
        }

        Assert.Equal(0, default(Summary).Count);
        Assert.Equal(0, default(Summary).Sum);
        Assert.Empty(default(Summary).GetQuantiles());
        Assert.Equal(double.NaN, default(Summary).GetQuantile(0.5));
    }

    [Fact]
    public void EqualsTheSameSeriesOnly()
    {
        var family = _registry.Summary("a", Declare.Bool("warm"));
        Assert.True(family.At(0) == family.At(0));
        Assert.True(family.At(0) != family.At(1));
        Assert.Equal(family.At(1).GetHashCode(), family.At(1).GetHashCode());
        Assert.False(family.At(0).Equals((object?)null));
    }

    [Fact]
    public void QuantilesAreStatedOrThoseOfTheRule()
    {
        _registry.Group().Summary(new MetricDeclaration("stated") { Quantiles = [0.25] });
        _registry.Group().Summary(new MetricDeclaration("none") { Quantiles = [] });
        _registry.Group().Summary(new MetricDeclaration("plain"));
        _registry.Group().Summary(new MetricDeclaration("labelled") { Labels = [Declare.Bool("warm")] });
        Assert.Equal(["stated{quantile=\"0.25\"} NaN", "stated_sum 0", "stated_count 0"], _registry.Samples("stated"));
        Assert.Equal(["none_sum 0", "none_count 0"], _registry.Samples("none"));
        Assert.Equal(5, _registry.Samples("plain").Length);
        Assert.Equal(4, _registry.Samples("labelled").Length);
    }

    [Fact]
    public void SeriesBeyondTheMaximumAreObservedInOther()
    {
        var family = _registry.Group().Summary(new MetricDeclaration("a") { Labels = [Declare.Open("tenant", 10)], MaxSeries = 2, Quantiles = [0.5] });
        for (var i = 0; i < 5; i++)
        {
            family.At(family.Intern(0, $"{i}")).Observe(i);
        }

        Assert.Equal(3, _registry.GetSampleValue("a_count", ("tenant", "other")));
        Assert.Equal(9, _registry.GetSampleValue("a_sum", ("tenant", "other")));
        AssertClose(3, _registry.GetSampleValue("a", ("tenant", "other"), ("quantile", "0.5")) ?? 0);
        Assert.Equal(3, _registry.GetSampleValue("typedmetrics_series_overflow_total", ("metric", "a")));
    }

    [Theory]
    [InlineData(new[] { 0.5, 0.5 }, 0, 0)]
    [InlineData(new[] { 0.0 }, 0, 0)]
    [InlineData(new[] { 1.0 }, 0, 0)]
    [InlineData(new[] { double.NaN }, 0, 0)]
    [InlineData(new[] { 0.5 }, 1e12, 0)]
    [InlineData(new[] { 0.5 }, 1, 1000)]
    public void DeclarationThatMakesNoSenseCountsUnexposed(double[] quantiles, double maxAge, int ageBuckets)
    {
        var summary = _registry.Group()
            .Summary(new MetricDeclaration("a") { Quantiles = quantiles, MaxAgeSeconds = maxAge, AgeBuckets = ageBuckets }).At(0);
        summary.Observe(1);
        Assert.Equal(1, summary.Count);
        Assert.Single(_registry.Problems);
        Assert.Null(_registry.GetSampleValue("a_count"));
    }

    private static void AssertClose(double expected, double actual)
    {
        if (double.IsInfinity(expected) || expected == 0)
        {
            Assert.Equal(expected, actual);
        }
        else
        {
            Assert.InRange(actual / expected, 1 - (1 / 129.0), 1 + (1 / 129.0));
        }
    }
}
