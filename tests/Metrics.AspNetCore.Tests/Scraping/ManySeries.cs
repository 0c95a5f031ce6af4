namespace TypedMetrics.AspNetCore.Tests.Scraping;

internal sealed partial class ManySeries
{
    [Counter("touched_total", "A counter with a long line for each of many series.", SeriesBudget = 100_001, MaxSeries = 100_001)]
    public partial Counter Touched([InRange(0, 99_999)] int aLabelWithALongNameSoThatTheBodyIsManyTimesWhatTheSocketsHold);
}
