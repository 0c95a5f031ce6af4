using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Cardinality;

/// <summary>MET210: what is reported where. What is judged how is in the corpus.</summary>
public class ValueOriginTests
{
    private const string Metrics = """
        [LabelSet]
        public readonly partial record struct Labels([MaxValues(50)] string Route, [property: MaxValues(1)] string Queue, string Open);

        [MetricGroup(Prefix = "shop_")]
        public static partial class ShopMetrics
        {
            [Counter("tenant_orders_total")]
            public static partial Counter TenantOrders([MaxValues(200)] string tenant);

            [Gauge("queue_depth")]
            public static partial Gauge QueueDepth([MaxValues(12_000, ExpectOverflow = true)] string queue, [OneOf("a")] string kind, string open);

            [Info("build_info")]
            public static partial Info Build([MaxValues(4)] string version);

            [StateSet("today")]
            public static partial StateSet<System.DayOfWeek> Today([MaxValues(4)] string tenant);

            [Counter("hits")]
            public static partial Counter Hits(Labels labels, [Label("customer"), MaxValues(1)] string tenant);
        }
        """;

    [Fact]
    public async Task JudgesTheLabelsOfInfosAndStateSets() => await VerifyAsync(
        """
        static class Use
        {
            static void Run()
            {
                ShopMetrics.Build({|MET210:System.Guid.NewGuid().ToString()|}).Set();
                ShopMetrics.Today({|MET210:System.Guid.NewGuid().ToString()|}).Set(System.DayOfWeek.Monday);
                ShopMetrics.Build("1.0").Set();
            }
        }
        """);

    [Fact]
    public async Task ReportsAtTheArgumentWithThePath()
    {
        var found = Assert.Single(await VerifyAsync(
            """
            static class Use
            {
                static void Run(Microsoft.AspNetCore.Http.HttpRequest request)
                {
                    string path = request.Path;
                    ShopMetrics.TenantOrders({|MET213:path|}).Inc();
                }
            }
            """));
        Assert.Equal(
            "Label 'tenant' of 'shop_tenant_orders_total' gets a value that whoever sends the request chooses, and with it how much memory is used: "
                + "HttpRequest.Path, through 'path' "
                + "(after 200 values everything lands in 'other'); pass the route template instead",
            found.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(["request.Path", "path = request.Path"], found.AdditionalLocations.Select(TextOf));
    }

    [Fact]
    public async Task ReportsWhatAnOpenLabelsTypeLooksUp()
    {
        var test = new AnalyzerTest { IsGenerated = true }.WithAspNetCore().With(
            """
            namespace Shop;

            [OpenLabel(200)]
            public readonly partial struct Tenant;

            [OpenLabel(200, ExpectOverflow = true)]
            public readonly partial struct Flood;

            [LabelSet]
            public readonly partial record struct Sale(Tenant Seller);

            [MetricGroup(Prefix = "shop_")]
            public static partial class ShopMetrics
            {
                [Counter("orders_total")]
                public static partial Counter Orders(Tenant tenant);

                [Counter("sales_total")]
                public static partial Counter Sales(Sale sale);
            }

            static class Use
            {
                static void Run(Microsoft.AspNetCore.Http.HttpRequest request, Exception error, string customerId)
                {
                    var tenant = Tenant.Of({|MET213:request.Path.Value|});
                    ShopMetrics.Orders(tenant).Inc();
                    ShopMetrics.Sales(new(tenant)).Inc();
                    ShopMetrics.Orders(Tenant.Of({|MET210:error.Message.AsSpan()|})).Inc();
                    _ = Tenant.Of({|MET211:$"order {Guid.NewGuid()}"|});
                    _ = Tenant.Of({|MET212:customerId|});
                    _ = Tenant.Of(error.GetType().Name);
                    _ = Flood.Of(error.Message);
                }
            }
            """);
        var found = await test.VerifyAsync(new ValueOriginAnalyzer());
        Assert.Equal(
            "Open label 'Tenant' gets a value that whoever sends the request chooses, and with it how much memory is used: HttpRequest.Path "
                + "(after 200 values everything lands in 'other'); pass the route template instead",
            found.Single(static one => one.Id == "MET213").GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task TellsEachStationOfTheWay()
    {
        var found = Assert.Single(await VerifyAsync(
            """
            static class Use
            {
                static void Run(Guid id)
                {
                    var first = id.ToString();
                    var second = Clean(first);
                    ShopMetrics.TenantOrders(tenant: {|MET211:second + "!"|}).Inc();
                    string Clean(string text) => text.Trim();
                }
            }
            """));
        Assert.Equal(
            "Label 'tenant' of 'shop_tenant_orders_total' gets a text that is made of a value without bound: Guid 'id', through 'first', 'Clean(text)', 'second' "
                + "(after 200 values everything lands in 'other'); leave it out: a log entry or a trace can carry it",
            found.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(["id", "first = id.ToString()", "first", "second = Clean(first)"], found.AdditionalLocations.Select(TextOf));
    }

    [Fact]
    public async Task ReportsEachOpenLabelOnItsOwn() => await VerifyAsync(
        """
        static class Use
        {
            static void Run(Exception e, Labels labels)
            {
                ShopMetrics.QueueDepth(e.Message, "a", {|MET210:e.Message|}).Set(1);
                ShopMetrics.Hits(new({|MET210:e.Message|}, {|MET210:e.StackTrace!|}, "x"), tenant: {|MET210:e.ToString()|}).Inc();
                ShopMetrics.Hits(labels with { Open = {|MET210:e.Message|} }, "x").Inc();
                ShopMetrics.Hits(new Labels { Route = {|MET211:$"{e.Message}"|} }, "x").Inc();
                ShopMetrics.TenantOrders(e.GetType().Name).Inc();
            }
        }
        """);

    [Theory]
    [InlineData("ShopMetrics.TenantOrders(e.Message)", "after 200 values everything lands in 'other'")]
    [InlineData("ShopMetrics.Hits(default, e.Message)", "after 1 value everything lands in 'other'")]
    [InlineData("ShopMetrics.QueueDepth(\"q\", \"a\", e.Message)", "the label has no maximum")]
    public async Task SaysWhatWillHappen(string use, string outcome)
    {
        var found = Assert.Single(await RunAsync($"static class Use {{ static void Run(Exception e) => {use}; }}"));
        Assert.EndsWith(
            $"gets a value without bound: Exception.Message ({outcome}); pass the exception's type name instead",
            found.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesTheLabelSet()
    {
        var found = Assert.Single(await RunAsync("static class Use { static Labels Of(Exception e) => new(e.Message, \"\", \"\"); }"));
        Assert.StartsWith("Label 'route' of 'Labels' gets", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportsInEveryKindOfBody() => await VerifyAsync(
        """
        class Use
        {
            private readonly Counter _field = ShopMetrics.TenantOrders({|MET210:Guid.NewGuid().ToString()|});

            public Counter Property { get; } = ShopMetrics.TenantOrders({|MET210:Guid.NewGuid().ToString()|});

            public Use(Guid id) : this(ShopMetrics.TenantOrders({|MET210:id.ToString()|})) => ShopMetrics.TenantOrders({|MET210:id.ToString()|}).Inc();

            private Use(Counter counter) => counter.Inc();

            ~Use() => ShopMetrics.TenantOrders({|MET210:Guid.NewGuid().ToString()|}).Inc();

            public Counter Getter => ShopMetrics.TenantOrders({|MET210:Guid.NewGuid().ToString()|});

            public int this[Guid id]
            {
                get
                {
                    ShopMetrics.TenantOrders({|MET210:id.ToString()|}).Inc();
                    return 1;
                }
            }

            public static Use operator +(Use left, Guid id)
            {
                ShopMetrics.TenantOrders({|MET210:id.ToString()|}).Inc();
                return left;
            }

            public IEnumerable<int> Iterate(Guid id)
            {
                ShopMetrics.TenantOrders({|MET210:id.ToString()|}).Inc();
                yield return 1;
            }

            public event Action? Happened
            {
                add => ShopMetrics.TenantOrders({|MET210:Guid.NewGuid().ToString()|}).Inc();
                remove { }
            }
        }
        """);

    [Fact]
    public async Task ReportsUsesOfAReferencedLibrary()
    {
        var library = new AnalyzerTest().With(Metrics).Compile("Library");
        var reference = Emitted.Reference(library);
        await new AnalyzerTest().WithReference(reference).With(
            """
            static class Use
            {
                static void Run(Exception e)
                {
                    ShopMetrics.TenantOrders({|MET210:e.Message|}).Inc();
                    ShopMetrics.Hits(new({|MET210:e.Message|}, "", ""), "").Inc();
                }
            }
            """).VerifyAsync(new ValueOriginAnalyzer());
    }

    [Fact]
    public async Task IsSilencedByPragma() => await VerifyAsync(
        """
        static class Use
        {
            static void Run(Exception e)
            {
        #pragma warning disable MET210
                ShopMetrics.TenantOrders(e.Message).Inc();
        #pragma warning restore MET210
            }
        }
        """);

    [Fact]
    public async Task FollowsTheEditorConfig() => await new AnalyzerTest
    {
        EditorConfig = new("[*.cs]\ndotnet_diagnostic.MET210.severity = none"),
    }
        .With(Metrics, "/Metrics.cs")
        .With("static class Use { static void Run(Exception e) => ShopMetrics.TenantOrders(e.Message).Inc(); }")
        .VerifyAsync(new ValueOriginAnalyzer());

    private static string TextOf(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);

    private static AnalyzerTest Test(string use) => new AnalyzerTest { IsGenerated = true }.WithAspNetCore().With(Metrics, "/Metrics.cs").With(use);

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> VerifyAsync(string use) => Test(use).VerifyAsync(new ValueOriginAnalyzer());

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> RunAsync(string use) => Test(use).RunAsync(new ValueOriginAnalyzer());
}
