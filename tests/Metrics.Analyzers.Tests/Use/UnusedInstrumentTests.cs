using System.Globalization;
using TypedMetrics.Generators.Use;

namespace TypedMetrics.Analyzers.Tests.Use;

/// <summary>MET302</summary>
public class UnusedInstrumentTests
{
    [Theory]
    [InlineData("{|MET302:ShopMetrics.Lookups(\"hit\")|};")]
    [InlineData("_ = {|MET302:ShopMetrics.Lookups(text)|};")]
    [InlineData("_ = {|MET302:ShopMetrics.Connections|};")]
    [InlineData("{|MET302:ShopMetrics.Current(endpoint)|};")]
    [InlineData("{|MET302:ShopMetrics.Build(text)|};")]
    [InlineData("if (flag) {|MET302:ShopMetrics.Duration(endpoint)|};")]
    [InlineData("var counter = {|MET302:ShopMetrics.Connections|};")]
    [InlineData("Counter counter; counter = {|MET302:ShopMetrics.Connections|};")]
    [InlineData("_ = flag ? {|MET302:ShopMetrics.Connections|} : {|MET302:ShopMetrics.Lookups(text)|};")]
    [InlineData("Action count = () => {|MET302:ShopMetrics.Lookups(text)|};")]
    [InlineData("Counter? counter = {|MET302:ShopMetrics.Connections|};")]
    public async Task ReportsInstrumentsThatNothingReads(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("ShopMetrics.Lookups(\"hit\").Inc();")]
    [InlineData("ShopMetrics.Current(endpoint).Set(Step.First); ShopMetrics.Build(text).Set();")]
    [InlineData("var counter = ShopMetrics.Lookups(\"hit\"); counter.Inc();")]
    [InlineData("Counter counter; if (flag) { counter = ShopMetrics.Connections; } else { counter = ShopMetrics.Lookups(text); } counter.Inc();")]
    [InlineData("var counter = ShopMetrics.Connections; Action count = () => counter.Inc();")]
    [InlineData("(flag ? ShopMetrics.Connections : ShopMetrics.Lookups(text)).Inc();")]
    [InlineData("Func<Counter> counter = () => ShopMetrics.Connections; counter();")]
    [InlineData("Take(ShopMetrics.Connections); static void Take(Counter counter) => counter.Inc();")]
    [InlineData("Console.WriteLine(ShopMetrics.Connections.Value);")]
    [InlineData("_ = ShopMetrics.Connections.Value;")]
    [InlineData("using (ShopMetrics.Wait.Time()) { }")]
    [InlineData("Console.WriteLine(nameof(ShopMetrics.Lookups));")]
    [InlineData("Helper(text); static Counter Helper(string text) { var counter = ShopMetrics.Lookups(text); counter.Inc(); return counter; }")]
    [InlineData("var counters = new List<Counter>(); counters.Add(ShopMetrics.Connections);")]
    public async Task AcceptsInstrumentsThatAreUsed(string statements) => await VerifyAsync(statements);

    [Fact]
    public async Task AcceptsInstrumentsThatAreKeptOrReturned() => await ShopSource.VerifyMembersAsync(
        new UnusedInstrumentAnalyzer(),
        """
            private static readonly Counter Hits = ShopMetrics.Lookups("hit");

            private Counter Misses { get; } = ShopMetrics.Lookups("miss");

            private Counter Connections => ShopMetrics.Connections;

            private Counter For(bool found) => found ? Hits : Misses;

            private (Counter, Gauge) Both() => (ShopMetrics.Connections, ShopMetrics.Open);

            private void Take() { (_, var gauge) = (ShopMetrics.Connections, ShopMetrics.Open); gauge.Inc(); }
        """);

    [Theory]
    [InlineData("ShopMetrics.Lookups(\"hit\")", "'Lookups' only names a counter, and nothing is recorded: call '.Inc()' on it")]
    [InlineData("ShopMetrics.LastRun(endpoint)", "'LastRun' only names a gauge, and nothing is recorded: call '.Set(…)', '.Inc()' or '.Dec()' on it")]
    [InlineData("ShopMetrics.Duration(endpoint)", "'Duration' only names a histogram, and nothing is recorded: call '.Observe(…)' or '.Time()' on it")]
    public async Task SaysWhichVerbIsMissing(string call, string message)
    {
        var found = Assert.Single(await VerifyAsync($"{{|MET302:{call}|}};"));
        Assert.Equal(message, found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task IsSilencedByPragma() => await VerifyAsync(
        """

        #pragma warning disable MET302
                ShopMetrics.Lookups("hit");
        #pragma warning restore MET302

        """);

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> VerifyAsync(string statements) =>
        ShopSource.VerifyAsync(new UnusedInstrumentAnalyzer(), statements);
}
