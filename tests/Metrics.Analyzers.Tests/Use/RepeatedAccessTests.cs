using System.Globalization;
using TypedMetrics.Generators.Use;

namespace TypedMetrics.Analyzers.Tests.Use;

/// <summary>MET305</summary>
public class RepeatedAccessTests
{
    [Theory]
    [InlineData("foreach (var c in text) { {|MET305:ShopMetrics.Lookups(\"hit\")|}.Inc(); }")]
    [InlineData("for (var i = 0; i < number; i++) { {|MET305:ShopMetrics.Duration(Endpoint.Cart)|}.Observe(i); }")]
    [InlineData("while (flag) {|MET305:ShopMetrics.TenantOrders(text)|}.Inc();")]
    [InlineData("do { {|MET305:ShopMetrics.Duration(endpoint)|}.Observe(1); } while (flag);")]
    [InlineData("var tenant = text.Trim(); foreach (var c in text) { if (c == 'a') { {|MET305:ShopMetrics.TenantOrders(tenant)|}.Inc(); } }")]
    [InlineData("foreach (var c in text) { using ({|MET305:ShopMetrics.Duration(endpoint)|}.Time()) { } }")]
    [InlineData("foreach (var c in text) { foreach (var d in text) { {|MET305:ShopMetrics.Steps(Step.First, 1)|}.Inc(); } }")]
    [InlineData("foreach (var c in text) { var tenant = c.ToString(); foreach (var d in text) { {|MET305:ShopMetrics.TenantOrders(tenant)|}.Inc(); } }")]
    [InlineData("foreach (var c in text) { {|MET305:ShopMetrics.Calls(new(\"hit\", Step.First) { Shard = 1 })|}.Inc(); }")]
    [InlineData("var labels = new CallLabels(\"hit\", Step.First); foreach (var c in text) { {|MET305:ShopMetrics.Calls(labels)|}.Inc(); }")]
    [InlineData("foreach (var c in text) { {|MET305:ShopMetrics.TenantOrders(Tenant)|}.Inc(); }")]
    [InlineData("Action run = () => { foreach (var c in text) { {|MET305:ShopMetrics.Visits(endpoint)|}.Inc(); } };")]
    [InlineData("text = text.Trim(); foreach (var c in text) { {|MET305:ShopMetrics.TenantOrders(text)|}.Inc(); } text = \"\";")]
    [InlineData("foreach (var c in text) { {|MET305:ShopMetrics.Modes(\"on\")|}.Inc(); }")]
    public async Task ReportsAccessorsWhoseLabelsStayTheSame(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("ShopMetrics.Lookups(\"hit\").Inc();")]
    [InlineData("var hit = ShopMetrics.Lookups(\"hit\"); foreach (var c in text) { hit.Inc(); }")]
    [InlineData("foreach (var c in text) { ShopMetrics.Connections.Inc(); }")]
    [InlineData("foreach (var c in text) { ShopMetrics.TenantOrders(c.ToString()).Inc(); }")]
    [InlineData("foreach (var tenant in new[] { text }) { ShopMetrics.TenantOrders(tenant).Inc(); }")]
    [InlineData("for (var i = 1; i < 6; i++) { ShopMetrics.Steps(Step.First, i).Inc(); }")]
    [InlineData("foreach (var c in text) { var tenant = text + c; ShopMetrics.TenantOrders(tenant).Inc(); }")]
    [InlineData("var shard = 1; foreach (var c in text) { ShopMetrics.Steps(Step.First, shard).Inc(); shard++; }")]
    [InlineData("var tenant = text; foreach (var c in text) { ShopMetrics.TenantOrders(tenant).Inc(); tenant = c.ToString(); }")]
    [InlineData("string tenant; while (Next(out tenant)) { ShopMetrics.TenantOrders(tenant).Inc(); Next(out tenant); } static bool Next(out string tenant) { tenant = \"\"; return false; }")]
    [InlineData("var tenant = text; Action change = () => tenant += \"x\"; foreach (var c in text) { ShopMetrics.TenantOrders(tenant).Inc(); change(); }")]
    [InlineData("var labels = new CallLabels(\"hit\", Step.First); foreach (var c in text) { labels = labels with { Shard = c % 10 }; ShopMetrics.Calls(labels).Inc(); }")]
    [InlineData("var labels = new CallLabels(\"hit\", Step.First); foreach (var c in text) { ShopMetrics.Calls(labels with { Shard = c % 10 }).Inc(); }")]
    [InlineData("foreach (var c in text) { ShopMetrics.TenantOrders(Thread.CurrentThread.Name ?? \"none\").Inc(); }")]
    [InlineData("foreach (var c in text) { ShopMetrics.TenantOrders(Current).Inc(); }")]
    [InlineData("foreach (var c in text) { Action count = () => ShopMetrics.Lookups(\"hit\").Inc(); count(); }")]
    [InlineData("foreach (var one in text.Select(c => ShopMetrics.Lookups(\"hit\"))) { one.Inc(); }")]
    [InlineData("foreach (var c in text) { Console.WriteLine(endpoint); }")]
    [InlineData("foreach (var c in text) { ShopMetrics.Duration(flag ? Endpoint.Cart : Endpoint.Orders).Observe(1); flag = !flag; }")]
    public async Task AcceptsTheRest(string statements) => await VerifyAsync(statements);

    [Fact]
    public async Task LeavesExpiringMetricsWhereTheyAre() => await VerifyAsync("while (flag) { ShopMetrics.Mortal(text).Inc(); }");

    [Fact]
    public async Task TellsTheOutermostLoop()
    {
        var found = Assert.Single(await VerifyAsync("foreach (var c in text) { while (flag) { for (;;) { {|MET305:ShopMetrics.TenantOrders(text)|}.Inc(); } } }"));
        var loop = Assert.Single(found.AdditionalLocations);
        Assert.StartsWith("foreach", loop.SourceTree!.GetText().ToString(loop.SourceSpan), StringComparison.Ordinal);
        Assert.Equal(
            "'TenantOrders' names the same series in each turn of the loop: take the instrument once, before the loop",
            found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task IsSilencedByPragma() => await VerifyAsync(
        """

        #pragma warning disable MET305
                while (flag) { ShopMetrics.Lookups("hit").Inc(); }
        #pragma warning restore MET305

        """);

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> VerifyAsync(string statements) => ShopSource.VerifyMembersAsync(
        new RepeatedAccessAnalyzer(),
        $$"""
            private static readonly string Tenant = "a";

            private static string Current { get; set; } = "";

            private static void Run(bool flag, int number, string text, Endpoint endpoint) { {{statements}} }
        """);
}
