using TypedMetrics.Rules;

namespace TypedMetrics.Runtime.Tests.Rules;

public sealed class SeriesCountTests
{
    [Fact]
    public void IsTheProductOfTheSizes()
    {
        Assert.Equal(1, SeriesCount.Of([]));
        Assert.Equal(1890, SeriesCount.Of([10, 3, 63]));
        Assert.Equal(long.MaxValue, SeriesCount.Of([int.MaxValue, int.MaxValue, int.MaxValue]));
    }

    [Fact]
    public void SummariesMakeALineForEachQuantileAndTwoMore()
    {
        Assert.Equal(5, SeriesCount.LinesPerSeries(MetricType.Summary, 3));
        Assert.Equal(2, SeriesCount.LinesPerSeries(MetricType.Summary, 0));
    }

    [Fact]
    public void HistogramsMakeALineForEachBucketAndThreeMore()
    {
        Assert.Equal(1, SeriesCount.LinesPerSeries(MetricType.Counter, 0));
        Assert.Equal(3, SeriesCount.LinesPerSeries(MetricType.StateSet, 3));
        Assert.Equal(1, SeriesCount.LinesPerSeries(MetricType.Info, 0));
        Assert.Equal(11, SeriesCount.LinesPerSeries(MetricType.Histogram, 8));
        Assert.Equal(33, SeriesCount.Lines(3, 11));
        Assert.Equal(long.MaxValue, SeriesCount.Lines(long.MaxValue / 2, 11));
    }
}
