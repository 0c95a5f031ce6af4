using TypedMetrics.EndToEnd.Tests.Judges;
using TypedMetrics.EndToEnd.Tests.Samples;
using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests;

/// <summary>An unmodified Prometheus scrapes the running sample and answers the queries of every tutorial.</summary>
public class PrometheusTests
{
    private const int RoundsBefore = 3;
    private const int RoundsAfter = 12;
    private const double PaymentSeconds = 0.12;

    private static readonly double[] UpperBounds = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, double.PositiveInfinity];

    [ToolFact(ExternalTool.Prometheus)]
    public async Task AnswersTheQueriesOfTheTutorialsRight()
    {
        using var shop = await CheckoutShop.StartAsync();
        var traffic = new ShopTraffic(shop.Client);
        await traffic.SendAsync(RoundsBefore);
        using var prometheus = await PrometheusServer.StartAsync(shop.Address);
        await prometheus.SumReachesAsync("shop_http_requests_total", RoundsBefore * ShopTraffic.RequestsPerRound);
        await traffic.SendAsync(RoundsAfter);

        // The last count of a request, and in the scrape before everything that is checked below.
        await prometheus.SumReachesAsync("http_server_requests_total", traffic.Rounds * ShopTraffic.RequestsPerRound);

        await CountersEqualTheRequestsSent(prometheus, traffic);
        await RatesHaveTheProportionsOfTheTraffic(prometheus);
        await QuantileLiesInTheBucketOfTheTrueOne(prometheus, traffic);
        await ErrorRatioIsTheOneSent(prometheus);
        await MetadataAgrees(prometheus);
        await ExemplarsArrive(prometheus);
        await SummaryArrives(prometheus, traffic);
    }

    private static async Task ExemplarsArrive(PrometheusServer prometheus)
    {
        var exemplars = await prometheus.ExemplarsAsync("shop_http_request_duration_seconds_bucket{endpoint=\"orders\"}");
        Assert.NotEmpty(exemplars);
        Assert.All(exemplars, exemplar =>
        {
            Assert.Matches("^span_id=[0-9a-f]{16},trace_id=[0-9a-f]{32}$", exemplar.Labels);
            Assert.InRange(exemplar.Value, 0, 60);
        });
    }

    private static async Task SummaryArrives(PrometheusServer prometheus, ShopTraffic traffic)
    {
        Assert.Equal(traffic.Rounds * ShopTraffic.OrderBytes.Count, await prometheus.SumAsync("shop_order_bytes_count"));
        Assert.Equal(traffic.Rounds * ShopTraffic.OrderBytes.Sum(), await prometheus.SumAsync("shop_order_bytes_sum"));
        var quantiles = await prometheus.QueryAsync("shop_order_bytes");
        Assert.Equal(["quantile=0.5", "quantile=0.9", "quantile=0.99"], quantiles.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(quantiles["quantile=0.5"], ShopTraffic.OrderBytes.Min(), ShopTraffic.OrderBytes.Min() * 1.0078);
        Assert.InRange(quantiles["quantile=0.99"], ShopTraffic.OrderBytes.Max() * 0.9922, ShopTraffic.OrderBytes.Max());
        Assert.Equal("summary", (await prometheus.MetadataAsync("shop_order_bytes")).Type);
    }

    private static async Task CountersEqualTheRequestsSent(PrometheusServer prometheus, ShopTraffic traffic)
    {
        var expected = ShopTraffic.Round.ToDictionary(entry => Labels(entry.Key), entry => (double)entry.Value * traffic.Rounds);
        Assert.Equal(Sorted(expected), Sorted(await prometheus.QueryAsync("shop_http_requests_total")));
        Assert.Equal(traffic.Rounds * 2, Assert.Single(await prometheus.QueryAsync("shop_tenant_orders_total{tenant=\"acme\"}")).Value);
        Assert.Equal(traffic.Rounds, await prometheus.SumAsync("shop_cache_lookups_total{result=\"miss\",warm=\"false\"}"));
        Assert.Equal(0, await prometheus.SumAsync("shop_cache_lookups_total{result=\"hit\"}"));
        Assert.Equal(traffic.Rounds * 10, await prometheus.SumAsync("shop_http_request_duration_seconds_count{endpoint=\"orders\"}"));
        Assert.Equal(traffic.Rounds * 2, await prometheus.SumAsync("http_server_requests_total{method=\"POST\",route=\"/orders\",status=\"201\"}"));
    }

    private static async Task RatesHaveTheProportionsOfTheTraffic(PrometheusServer prometheus)
    {
        var rates = await prometheus.QueryAsync("rate(shop_http_requests_total[5m])");
        var total = rates.Values.Sum();
        Assert.True(total > 0);
        Assert.Equal(ShopTraffic.Round.Count, rates.Count);
        foreach (var (series, count) in ShopTraffic.Round)
        {
            Assert.Equal((double)count / ShopTraffic.RequestsPerRound, rates[Labels(series)] / total, 1e-9);
        }
    }

    private static async Task QuantileLiesInTheBucketOfTheTrueOne(PrometheusServer prometheus, ShopTraffic traffic)
    {
        // A fifth of the requests to orders waits for the payment, so the true quantile is between that wait and what the
        // client saw.
        var seen = traffic.OrderSeconds.Skip(RoundsBefore * 10).Order().ToArray();
        var trueAtMost = seen[(int)Math.Ceiling(seen.Length * 0.95) - 1];
        var quantiles = await prometheus.QueryAsync("histogram_quantile(0.95, rate(shop_http_request_duration_seconds_bucket[5m]))");
        Assert.Equal(["endpoint=/api/cart", "endpoint=orders"], quantiles.Keys.Where(key => key != "endpoint=other").Order(StringComparer.Ordinal));
        Assert.InRange(quantiles["endpoint=orders"], LowerBound(PaymentSeconds), UpperBound(trueAtMost));
        Assert.InRange(trueAtMost, PaymentSeconds * 0.95, double.MaxValue);
    }

    private static async Task ErrorRatioIsTheOneSent(PrometheusServer prometheus)
    {
        var ratio = await prometheus.QueryAsync(
            "sum(rate(shop_http_requests_total{status=~\"5..\"}[5m])) / sum(rate(shop_http_requests_total[5m])) * 100");
        Assert.Equal(ShopTraffic.ErrorPercent, Assert.Single(ratio).Value, 1e-9);
    }

    private static async Task MetadataAgrees(PrometheusServer prometheus)
    {
        // Under OpenMetrics a counter's family is named without _total.
        Assert.Equal(("counter", "HTTP requests handled.", ""), await prometheus.MetadataAsync("shop_http_requests"));
        Assert.Equal(("gauge", "Connections open now.", ""), await prometheus.MetadataAsync("shop_active_connections"));
        Assert.Equal(
            ("histogram", "Request duration.", "seconds"),
            await prometheus.MetadataAsync("shop_http_request_duration_seconds"));
    }

    private static string Labels((string Method, string Endpoint, string Status) series) =>
        $"endpoint={series.Endpoint},method={series.Method},status={series.Status}";

    private static double UpperBound(double value) => UpperBounds.First(bound => value <= bound);

    private static double LowerBound(double value) => UpperBounds.Last(bound => bound < value);

    private static IEnumerable<string> Sorted(IReadOnlyDictionary<string, double> series) =>
        series.Select(entry => $"{entry.Key}: {entry.Value}").Order(StringComparer.Ordinal);
}
