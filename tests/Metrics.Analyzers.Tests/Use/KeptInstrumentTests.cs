using System.Globalization;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Use;

namespace TypedMetrics.Analyzers.Tests.Use;

/// <summary>MET306</summary>
public class KeptInstrumentTests
{
    private const string Metrics = """
        [OpenLabel(9), ExpireAfter(60)]
        public readonly partial struct Tenant;

        [LabelSet]
        public readonly partial record struct Call([MaxValues(9), ExpireAfter(5)] string Route);

        [MetricGroup(Prefix = "shop_")]
        public static partial class ShopMetrics
        {
            [Counter("orders_total"), ExpireAfter(60)]
            public static partial Counter Orders([MaxValues(9)] string tenant);

            [Gauge("level")]
            public static partial Gauge Level(Tenant tenant);

            [Counter("calls_total")]
            public static partial Counter Calls(Call call);

            [Counter("steady_total")]
            public static partial Counter Steady([MaxValues(9)] string tenant);
        }

        [ExpireAfter(60)]
        public static partial class MortalMetrics
        {
            [Histogram("wait_seconds")]
            public static partial Histogram Wait([MaxValues(9)] string tenant);

            [Histogram("size_bytes")]
            public static partial Histogram Size(bool large);
        }

        """;

    [Theory]
    [InlineData("private static readonly Counter Kept = {|MET306:ShopMetrics.Orders(\"a\")|};")]
    [InlineData("private readonly Gauge _kept = {|MET306:ShopMetrics.Level(default)|};")]
    [InlineData("public Counter Kept { get; } = {|MET306:ShopMetrics.Calls(new(\"a\"))|};")]
    [InlineData("private Histogram _kept; void Run(string tenant) { _kept = {|MET306:MortalMetrics.Wait(tenant)|}; }")]
    [InlineData("private Counter? _kept; void Run(string tenant) { _kept ??= {|MET306:ShopMetrics.Orders(tenant)|}; }")]
    [InlineData("private Counter _kept; void Run(string tenant) { var local = ShopMetrics.Orders(tenant); local.Inc(); _kept = {|MET306:local|}; }")]
    [InlineData("private Counter _kept; void Run(string? tenant) { _kept = {|MET306:tenant is null ? default : ShopMetrics.Orders(tenant)|}; }")]
    [InlineData("private readonly Dictionary<string, Counter> _kept = []; void Run(string tenant) { _kept[tenant] = {|MET306:ShopMetrics.Orders(tenant)|}; }")]
    [InlineData("private readonly Counter[] _kept = new Counter[3]; void Run(string tenant) { _kept[1] = {|MET306:ShopMetrics.Orders(tenant)|}; }")]
    public async Task ReportsInstrumentsThatAreKept(string members) => await VerifyAsync(members);

    [Theory]
    [InlineData("private static readonly Counter Kept = ShopMetrics.Steady(\"a\");")]
    [InlineData("private static readonly Histogram Kept = MortalMetrics.Size(true);")]
    [InlineData("void Run(string tenant) { var local = ShopMetrics.Orders(tenant); local.Inc(); }")]
    [InlineData("void Run(string tenant) { ShopMetrics.Orders(tenant).Inc(); }")]
    [InlineData("public Counter Taken => ShopMetrics.Orders(\"a\");")]
    [InlineData("private readonly Tenant _tenant = Tenant.Of(\"a\"); void Run() { ShopMetrics.Level(_tenant).Inc(); }")]
    [InlineData("private double _value = ShopMetrics.Orders(\"a\").Value;")]
    public async Task AcceptsTheRest(string members) => await VerifyAsync(members);

    [Fact]
    public async Task NamesTheFieldAndTheMetric()
    {
        var found = Assert.Single(await VerifyAsync("private readonly Counter _kept = {|MET306:ShopMetrics.Orders(\"a\")|};"));
        Assert.Equal(
            "'_kept' keeps an instrument of 'shop_orders_total', whose label values expire: once its value is freed it counts in 'other'; take it where it is used",
            found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task IsSilencedByPragma() => await VerifyAsync("""
        #pragma warning disable MET306
            private readonly Counter _kept = ShopMetrics.Orders("a");
        #pragma warning restore MET306
        """);

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> VerifyAsync(string members) =>
        new AnalyzerTest { IsGenerated = true }.With($"namespace Shop;\n{Metrics}class Use\n{{\n{members}\n}}").VerifyAsync(new KeptInstrumentAnalyzer());
}
