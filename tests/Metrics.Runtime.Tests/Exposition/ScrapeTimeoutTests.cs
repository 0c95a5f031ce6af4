using TypedMetrics.Exposition;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class ScrapeTimeoutTests
{
    [Theory]
    [InlineData("10", 9.5)]
    [InlineData("0.500", 0.45)]
    [InlineData("1", 0.9)]
    [InlineData(" 2 ", 1.8)]
    [InlineData("60.5", 60)]
    [InlineData("61", 60)]
    [InlineData("1e9", 60)]
    public void HeaderLeavesAMarginForTheNetwork(string header, double seconds) =>
        Assert.Equal(seconds, ScrapeTimeout.Choose(header, TimeSpan.FromMinutes(1)).TotalSeconds, 6);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("NaN")]
    [InlineData("1e400")]
    [InlineData("∞")]
    [InlineData("1,5")]
    public void HeaderThatMakesNoSenseIsIgnored(string? header) =>
        Assert.Equal(TimeSpan.FromMinutes(1), ScrapeTimeout.Choose(header, TimeSpan.FromMinutes(1)));
}
