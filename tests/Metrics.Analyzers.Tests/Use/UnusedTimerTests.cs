using System.Globalization;
using TypedMetrics.Generators.Use;

namespace TypedMetrics.Analyzers.Tests.Use;

/// <summary>MET301</summary>
public class UnusedTimerTests
{
    [Theory]
    [InlineData("{|MET301:ShopMetrics.Wait.Time()|};")]
    [InlineData("{|MET301:ShopMetrics.Open.TrackInProgress()|};")]
    [InlineData("{|MET301:ShopMetrics.Open.Time()|}; await Task.Yield();")]
    [InlineData("_ = {|MET301:ShopMetrics.Duration(endpoint).Time()|};")]
    [InlineData("var timer = {|MET301:ShopMetrics.Wait.Time()|}; await Task.Yield();")]
    [InlineData("{|MET301:ShopMetrics.Answer.Time()|};")]
    [InlineData("SummaryTimer timer; timer = {|MET301:ShopMetrics.Answer.Time()|};")]
    [InlineData("HistogramTimer timer; timer = {|MET301:ShopMetrics.Wait.Time()|};")]
    [InlineData("var timer = {|MET301:ShopMetrics.Wait.Time()|}; _ = timer;")]
    [InlineData("IDisposable timer = {|MET301:ShopMetrics.Wait.Time()|};")]
    [InlineData("var timer = flag ? {|MET301:ShopMetrics.Wait.Time()|} : default;")]
    [InlineData("var timer = {|MET301:DurationTimer.Start()|};")]
    [InlineData("{|MET301:DurationTimer.Start(TimeProvider.System)|};")]
    [InlineData("{|MET301:Begin()|}; static HistogramTimer Begin() => ShopMetrics.Wait.Time();")]
    [InlineData("Action start = () => {|MET301:ShopMetrics.Wait.Time()|};")]
    [InlineData("try { {|MET301:ShopMetrics.Wait.Time()|}; } finally { }")]
    public async Task ReportsTimersThatNothingEnds(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("using var timer = ShopMetrics.Wait.Time();")]
    [InlineData("using (ShopMetrics.Wait.Time()) { await Task.Yield(); }")]
    [InlineData("using (var timer = ShopMetrics.Wait.Time()) { }")]
    [InlineData("using (ShopMetrics.Wait.Time()) using (ShopMetrics.Open.TrackInProgress()) { }")]
    [InlineData("using var _ = ShopMetrics.Open.TrackInProgress();")]
    [InlineData("using HistogramTimer? timer = flag ? ShopMetrics.Wait.Time() : null;")]
    [InlineData("var timer = ShopMetrics.Wait.Time(); try { } finally { timer.Dispose(); }")]
    [InlineData("var timer = ShopMetrics.Wait.Time(); using (timer) { }")]
    [InlineData("HistogramTimer timer = default; if (flag) { timer = ShopMetrics.Wait.Time(); } timer.Dispose();")]
    [InlineData("var timer = ShopMetrics.Wait.Time(); Action stop = () => timer.Dispose();")]
    [InlineData("var timers = new List<IDisposable> { ShopMetrics.Wait.Time() };")]
    [InlineData("var timer = ShopMetrics.Wait.Time(); Take(timer); static void Take(HistogramTimer timer) => timer.Dispose();")]
    [InlineData("Func<HistogramTimer> start = () => ShopMetrics.Wait.Time(); start().Dispose();")]
    [InlineData("var timer = DurationTimer.Start(); timer.ObserveTo(ShopMetrics.Wait);")]
    [InlineData("var timer = DurationTimer.Start(); Console.WriteLine(timer.Elapsed);")]
    [InlineData("DurationTimer.Start().SetTo(ShopMetrics.Open);")]
    [InlineData("var watch = Stopwatch.StartNew();")]
    [InlineData("new Timer(_ => { });")]
    public async Task AcceptsTimersThatAreUsed(string statements) => await VerifyAsync(statements);

    [Fact]
    public async Task AcceptsTimersThatAreKeptOrReturned() => await ShopSource.VerifyMembersAsync(
        new UnusedTimerAnalyzer(),
        """
            private HistogramTimer _timer = ShopMetrics.Wait.Time();

            private DurationTimer Started { get; } = DurationTimer.Start();

            private void Restart() => _timer = ShopMetrics.Wait.Time();

            private static IDisposable Begin() => ShopMetrics.Wait.Time();

            private static (HistogramTimer, InProgress) Both() => (ShopMetrics.Wait.Time(), ShopMetrics.Open.TrackInProgress());
        """);

    [Theory]
    [InlineData("ShopMetrics.Wait.Time()", "'Time' starts what nothing ends, so nothing is measured: keep it in a 'using'")]
    [InlineData("ShopMetrics.Open.TrackInProgress()", "'TrackInProgress' starts what nothing ends, so the gauge stays too high for good: keep it in a 'using'")]
    [InlineData("DurationTimer.Start()", "'Start' starts what nothing ends, so nothing is measured: hand the timer's time on with '.ObserveTo(…)' or '.SetTo(…)'")]
    public async Task SaysWhatIsLost(string call, string message)
    {
        var found = Assert.Single(await VerifyAsync($"{{|MET301:{call}|}};"));
        Assert.Equal(message, found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task IsSilencedByPragma() => await VerifyAsync(
        """

        #pragma warning disable MET301
                ShopMetrics.Wait.Time();
        #pragma warning restore MET301

        """);

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> VerifyAsync(string statements) =>
        ShopSource.VerifyAsync(new UnusedTimerAnalyzer(), statements);
}
