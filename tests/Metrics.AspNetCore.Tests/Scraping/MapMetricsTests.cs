using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetrics.AspNetCore.Tests.Scraping;

public class MapMetricsTests
{
    private const string Text = """
        # HELP shop_orders_total Orders placed.
        # TYPE shop_orders_total counter
        shop_orders_total 3

        """;

    private const string OpenMetrics = """
        # TYPE shop_orders counter
        # HELP shop_orders Orders placed.
        shop_orders_total 3
        # EOF

        """;

    [Fact]
    public async Task ServesTextUnlessAskedForMore()
    {
        await using var app = await ShopAsync();
        using var response = await app.Client.GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("Accept, Accept-Encoding", string.Join(", ", response.Headers.Vary));
        Assert.Contains(Text, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunsWhatIsToRunBeforeAScrape()
    {
        await using var app = await ShopAsync();
        var seen = 0;
        using var hook = app.Registry.AddBeforeScrape(async _ =>
        {
            await Task.Yield();
            seen++;
        });
        Assert.Equal(200, await app.StatusAsync("/metrics"));
        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task ServesOpenMetricsWhereItIsAccepted()
    {
        await using var app = await ShopAsync();
        using var response = await SendAsync(app, HttpMethod.Get, "/metrics?name[]=shop_orders", ("Accept", "application/openmetrics-text; version=1.0.0; q=0.9, text/plain; q=0.5"));
        Assert.Equal("application/openmetrics-text; version=1.0.0; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(OpenMetrics, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ReadsSeveralAcceptHeadersAsOne()
    {
        await using var app = await ShopAsync();
        using var response = await SendAsync(
            app, HttpMethod.Get, "/metrics", ("Accept", "text/plain; q=0.1"), ("Accept", "application/openmetrics-text; version=1.0.0"));
        Assert.Equal("application/openmetrics-text", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task CompressesWhereThatIsAccepted()
    {
        await using var app = await ShopAsync();
        using var response = await SendAsync(app, HttpMethod.Get, "/metrics", ("Accept-Encoding", "gzip"));
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        await using var body = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        Assert.Contains(Text, await new StreamReader(body).ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/metrics?name[]=shop_orders_total")]
    [InlineData("/metrics?name%5B%5D=shop_orders&name[]=unknown")]
    public async Task FiltersByName(string path)
    {
        await using var app = await ShopAsync();
        Assert.Equal(Text, await app.Client.GetStringAsync(path));
    }

    [Fact]
    public async Task AnswersHeadWithTheHeadersOfGetAndNoBody()
    {
        await using var app = await ShopAsync();
        using var get = await SendAsync(app, HttpMethod.Get, "/metrics", ("Accept-Encoding", "gzip"));
        using var head = await SendAsync(app, HttpMethod.Head, "/metrics", ("Accept-Encoding", "gzip"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Content.Headers.ContentEncoding, head.Content.Headers.ContentEncoding);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("BREW")]
    public async Task RefusesOtherMethods(string method)
    {
        await using var app = await ShopAsync();
        using var response = await SendAsync(app, new HttpMethod(method), "/metrics");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Answers503WhileTheApplicationStops()
    {
        await using var app = await ShopAsync();
        app.AnnounceStop();
        Assert.Equal(503, await app.StatusAsync("/metrics"));
    }

    [Fact]
    public async Task ServesTheRegistryAndPatternGiven()
    {
        var other = new CollectorRegistry();
        using var group = new ShopMetrics(other);
        group.Orders.Inc(7);
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.MapMetrics();
            app.MapMetrics("/internal/metrics", other);
        });
        Assert.Contains("shop_orders_total 7\n", await app.Client.GetStringAsync("/internal/metrics"), StringComparison.Ordinal);
        Assert.DoesNotContain("shop_orders_total", await app.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServesTheDefaultRegistryWithoutOneInDependencyInjection()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapMetrics();
        await app.StartAsync();
        using var client = new HttpClient();
        Assert.Contains("\nprocess_start_time_seconds ", await client.GetStringAsync($"{app.Urls.Single()}/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HasTheBirthOfSeriesWhereToldTo()
    {
        var registry = new CollectorRegistry();
        using var group = new ShopMetrics(registry);
        group.Orders.Inc();
        await using var app = await LoopbackApp.StartAsync(
            app => app.MapMetrics("/metrics", new MetricsEndpointOptions { Registry = registry, Created = true }));
        using var response = await SendAsync(app, HttpMethod.Get, "/metrics", ("Accept", "application/openmetrics-text"));
        Assert.Contains("\nshop_orders_created ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakesHostFilters()
    {
        await using var app = await LoopbackApp.StartAsync(app => app.MapMetrics().RequireHost("metrics.example"));
        Assert.Equal(404, await app.StatusAsync("/metrics"));
        using var response = await SendAsync(app, HttpMethod.Get, "/metrics", ("Host", "metrics.example"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task TakesRateLimits()
    {
        await using var app = await LoopbackApp.StartAsync(
            app =>
            {
                app.UseRateLimiter();
                app.MapMetrics().RequireRateLimiting("once");
            },
            services => services.AddRateLimiter(limiter => Microsoft.AspNetCore.RateLimiting.RateLimiterOptionsExtensions.AddFixedWindowLimiter(
                limiter, "once", window => (window.PermitLimit, window.Window) = (1, TimeSpan.FromHours(1)))));
        Assert.Equal(200, await app.StatusAsync("/metrics"));
        Assert.Equal(503, await app.StatusAsync("/metrics"));
    }

    private static Task<LoopbackApp> ShopAsync() => LoopbackApp.StartAsync(
        app =>
        {
            app.Services.GetRequiredService<ShopMetrics>().Orders.Inc(3);
            app.MapMetrics();
        },
        services => services.AddMetricGroup<ShopMetrics>());

    private static async Task<HttpResponseMessage> SendAsync(
        LoopbackApp app, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await app.Client.SendAsync(request);
    }
}
