using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Naming;

namespace TypedMetrics.Analyzers.Tests.Naming;

/// <summary>MET110</summary>
public class HelpTextTests
{
    [Theory]
    [InlineData("\"shop_orders_placed_total\", {|MET110:\"\"|}")]
    [InlineData("\"shop_orders_placed_total\", help: {|MET110:\"  \"|}")]
    [InlineData("\"shop_orders_placed_total\", {|MET110:\"Shop orders placed.\"|}")]
    [InlineData("\"shop_orders_placed_total\", {|MET110:\"shop_orders_placed_total\"|}")]
    [InlineData("\"shop_orders_placed_total\", {|MET110:\"The total of shop orders placed\"|}")]
    [InlineData("\"cpu_seconds_total\", {|MET110:\"CPU seconds.\"|}")]
    [InlineData("\"cpu_seconds_total\", {|MET110:\"CPU\"|}")]
    public async Task ReportsHelpThatSaysNothing(string arguments) => await VerifyAsync(NamingTest.Source("Counter", arguments), DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("\"orders_total\", {|MET110:\"Orders.\"|}")]
    [InlineData("\"orders_total\", {|MET110:\"Shop orders\"|}")]
    public async Task LeavesThePrefixOut(string arguments) => await VerifyAsync(
        NamingTest.Source("Counter", arguments, group: "[MetricGroup(Prefix = \"shop_\")]"), DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("\"shop_orders_placed_total\", \"Shop orders placed by customers.\"")]
    [InlineData("\"shop_orders_placed_total\", \"Orders placed.\"")]
    [InlineData("\"shop_orders_placed_total\", \"Placed orders of the shop\"")]
    [InlineData("\"shop_orders_placed_total\", \"Bestellungen\"")]
    public async Task AcceptsHelpWithOtherWords(string arguments) => await VerifyAsync(NamingTest.Source("Counter", arguments));

    [Theory]
    [InlineData("\"orders_total\"")]
    [InlineData("\"orders_total\", null")]
    [InlineData("\"orders_total\", SeriesBudget = 5")]
    public async Task ReportsNoHelpAsInformation(string arguments)
    {
        var source = NamingTest.Source("Counter", arguments.Replace("\"orders_total\"", "{|MET110:\"orders_total\"|}", StringComparison.Ordinal));
        await VerifyAsync(source, DiagnosticSeverity.Info);
    }

    [Fact]
    public async Task TakesTheSummaryForTheHelp()
    {
        await VerifyAsync(
            """
            public static partial class ShopMetrics
            {
                /// <summary>Orders whose payment was accepted.</summary>
                [Counter("orders_total")]
                public static partial Counter Orders { get; }
            }
            """);
        await VerifyAsync(
            """
            public static partial class ShopMetrics
            {
                /// <summary>The orders.</summary>
                [Counter("orders_total")]
                public static partial Counter {|MET110:Orders|} { get; }
            }
            """,
            DiagnosticSeverity.Warning);
    }

    [Fact]
    public async Task SaysWhatIsMissing()
    {
        var found = await new AnalyzerTest().With(NamingTest.Source("Counter", "\"orders_total\", \"Orders\"")).RunAsync(new NamingAnalyzer());
        Assert.Equal(
            "'orders_total' has a help text that repeats its name: say what is counted or measured, and when",
            Assert.Single(found).GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task FollowsTheEditorConfig() => await new AnalyzerTest { EditorConfig = new("[*.cs]\ndotnet_diagnostic.MET110.severity = none") }
        .With(NamingTest.Source("Counter", "\"orders_total\""))
        .VerifyAsync(new NamingAnalyzer());

    [Fact]
    public async Task IsSilencedByPragma() => await NamingTest.IsSilencedByPragmaAsync("MET110", "Gauge", "\"orders\", \"Orders.\"");

    private static async Task VerifyAsync(string source, DiagnosticSeverity? severity = null) =>
        Assert.All(await new AnalyzerTest().With(source).VerifyAsync(new NamingAnalyzer()), found => Assert.Equal(severity, found.Severity));
}
