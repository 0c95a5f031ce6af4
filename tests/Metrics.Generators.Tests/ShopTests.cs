using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests;

public class ShopTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const string Source = """
        using System.Net;
        using TypedMetrics;

        namespace Shop;

        public enum Endpoint { Orders, [LabelValue("/api/cart")] Cart }

        [LabelSet]
        public readonly partial record struct RequestLabels(
            [Label(Case = LabelCase.Upper)] HttpVerb Method,
            Endpoint Endpoint,
            [Label(AsNumber = true)] HttpStatusCode Status);

        [MetricGroup(Prefix = "shop_")]
        public static partial class ShopMetrics
        {
            /// <summary>HTTP requests handled.</summary>
            [Counter("http_requests_total", SeriesBudget = 2_000)]
            public static partial Counter HttpRequests(RequestLabels labels);

            [Counter("cache_lookups_total", "Cache look-ups.")]
            public static partial Counter CacheLookups([OneOf("hit", "miss")] string result, bool warm);

            [Counter("tenant_orders_total", "Orders placed.")]
            public static partial Counter TenantOrders([MaxValues(200)] string tenant);

            [Gauge("active_connections", "Connections open now.")]
            public static partial Gauge ActiveConnections { get; }

            [Histogram("http_request_duration_seconds", "Request duration.", Buckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5])]
            public static partial Histogram RequestDuration(Endpoint endpoint);
        }
        """;

    [Fact]
    public void Works()
    {
        var run = GeneratorRun.Of(TestCompilation.Library(Source));
        foreach (var source in run.Sources)
        {
            output.WriteLine(source.HintName + "\n" + source.SourceText);
        }

        Assert.Null(run.Result.Exception);
        run.Clean();
    }
}
