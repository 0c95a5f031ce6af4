using System.Globalization;
using TypedMetrics.Generators.Use;

namespace TypedMetrics.Analyzers.Tests.Use;

/// <summary>MET303</summary>
public class NegativeIncrementTests
{
    [Theory]
    [InlineData("ShopMetrics.Connections.Inc({|MET303:-1|});")]
    [InlineData("ShopMetrics.Connections.Inc({|MET303:-0.5|});")]
    [InlineData("ShopMetrics.Connections.Inc(amount: {|MET303:-1L|});")]
    [InlineData("ShopMetrics.Connections.Inc({|MET303:-1f|});")]
    [InlineData("ShopMetrics.Connections.Inc({|MET303:double.NegativeInfinity|});")]
    [InlineData("ShopMetrics.Connections.Inc(flag ? 1 : {|MET303:-1|});")]
    [InlineData("const int Step = -1; ShopMetrics.Connections.Inc({|MET303:Step|});")]
    [InlineData("var step = -1; ShopMetrics.Connections.Inc({|MET303:step|});")]
    [InlineData("var counter = ShopMetrics.Lookups(text); counter.Inc({|MET303:1 - 2|});")]
    public async Task ReportsNegativeConstants(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("ShopMetrics.Connections.Inc();")]
    [InlineData("ShopMetrics.Connections.Inc(0);")]
    [InlineData("ShopMetrics.Connections.Inc(2.5);")]
    [InlineData("ShopMetrics.Connections.Inc(-number);")]
    [InlineData("ShopMetrics.Connections.Inc(-0.0);")]
    [InlineData("ShopMetrics.Connections.Inc(double.NaN);")]
    [InlineData("ShopMetrics.Open.Inc(-1); ShopMetrics.Open.Dec(-1); ShopMetrics.Open.Set(-1);")]
    [InlineData("ShopMetrics.Points.Observe(-1);")]
    [InlineData("var step = -1; step = number; ShopMetrics.Connections.Inc(step);")]
    [InlineData("var step = -1; step++; ShopMetrics.Connections.Inc(step);")]
    [InlineData("new Other().Inc(-1);")]
    public async Task AcceptsTheRest(string statements) => await ShopSource.VerifyMembersAsync(
        new NegativeIncrementAnalyzer(),
        $$"""
            private class Other { public void Inc(int amount) { } }

            private static void Run(int number, string text) { {{statements}} }
        """);

    [Fact]
    public async Task SaysWhatToUse()
    {
        var found = Assert.Single(await VerifyAsync("ShopMetrics.Connections.Inc({|MET303:-0.5|});"));
        Assert.Equal(
            "A counter never goes down, so 'Inc(-0.5)' is ignored: use a gauge for what goes up and down",
            found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task IsSilencedByPragma() => await VerifyAsync(
        """

        #pragma warning disable MET303
                ShopMetrics.Connections.Inc(-1);
        #pragma warning restore MET303

        """);

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> VerifyAsync(string statements) =>
        ShopSource.VerifyAsync(new NegativeIncrementAnalyzer(), statements);
}
