using System.Diagnostics;
using System.Text;

namespace TypedMetrics.EndToEnd.Tests.Samples;

/// <summary>
/// Known traffic against the shop, in equal rounds: twenty requests, two of which end in 5xx and two of which pay for an
/// order, which takes the shop at least 0.12 s.
/// </summary>
internal sealed class ShopTraffic(HttpClient client)
{
    public const int RequestsPerRound = 20;

    public const double ErrorPercent = 10;

    /// <summary>A round, by method, endpoint and status as <c>shop_http_requests_total</c> has them.</summary>
    public static readonly IReadOnlyDictionary<(string Method, string Endpoint, string Status), int> Round =
        new Dictionary<(string Method, string Endpoint, string Status), int>
        {
            [("GET", "orders", "200")] = 5,
            [("GET", "orders", "404")] = 1,
            [("POST", "orders", "201")] = 2,
            [("POST", "orders", "401")] = 2,
            [("GET", "/api/cart", "200")] = 8,
            [("POST", "/api/cart", "503")] = 1,
            [("DELETE", "/api/cart", "500")] = 1,
        };

    /// <summary>The bytes of the orders of a round, as <c>shop_order_bytes</c> has them.</summary>
    public static readonly IReadOnlyList<int> OrderBytes = [Order("key-1").Length, Order("key-1").Length, Order("made up").Length, Order("made up").Length];

    private readonly List<double> _orderSeconds = [];

    public int Rounds { get; private set; }

    /// <summary>How long the client waited for each request to <c>orders</c>: never less than the shop took.</summary>
    public IReadOnlyList<double> OrderSeconds => _orderSeconds;

    public async Task SendAsync(int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            await OrdersAsync(5, () => client.GetAsync("/orders"), 200);
            await OrdersAsync(1, () => client.GetAsync("/orders/0"), 404);
            await OrdersAsync(2, () => PlaceAsync("key-1"), 201);
            await OrdersAsync(2, () => PlaceAsync("made up"), 401);
            await RepeatAsync(8, () => client.GetAsync("/api/cart"), 200);
            await RepeatAsync(1, () => client.PostAsync("/api/cart/checkout", null), 503);
            await RepeatAsync(1, () => client.DeleteAsync("/api/cart"), 500);
            Rounds++;
        }
    }

    // With its length, which JsonContent does not tell.
    private Task<HttpResponseMessage> PlaceAsync(string apiKey) => client.PostAsync("/orders", new StringContent(Order(apiKey), Encoding.UTF8, "application/json"));

    private static string Order(string apiKey) => $$"""{"apiKey":"{{apiKey}}","product":"tea"}""";

    private async Task OrdersAsync(int times, Func<Task<HttpResponseMessage>> send, int status)
    {
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await RepeatAsync(1, send, status);
            _orderSeconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
    }

    private static async Task RepeatAsync(int times, Func<Task<HttpResponseMessage>> send, int status)
    {
        for (var i = 0; i < times; i++)
        {
            using var response = await send();
            Assert.Equal(status, (int)response.StatusCode);
        }
    }
}
