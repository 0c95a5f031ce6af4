using Microsoft.AspNetCore.Builder;

namespace TypedMetrics.AspNetCore.Tests.HttpMetrics;

public class HttpMetricsOptionsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LeavesScrapesOut(bool routingComesLater)
    {
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics();
            if (routingComesLater)
            {
                app.UseRouting();
            }

            app.MapMetrics();
            app.MapGet("/orders", () => "");
        });
        Assert.Equal(200, await app.StatusAsync("/metrics"));
        Assert.Equal(200, await app.StatusAsync("/orders"));
        await app.CountedAsync(1, "GET", "/orders", "200");
        Assert.Null(app.Requests("GET", "/metrics", "200"));
    }

    [Fact]
    public async Task MeasuresScrapesWhereToldTo()
    {
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics(options => options.IncludeScrapes = true);
            app.MapMetrics();
        });
        Assert.Equal(200, await app.StatusAsync("/metrics"));
        await app.CountedAsync(1, "GET", "/metrics", "200");
    }

    [Fact]
    public async Task LeavesOutWhatTheFilterOrTheEndpointSays()
    {
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health"));
            app.MapGet("/health/live", () => "");
            app.MapGet("/static", () => "").DisableHttpMetrics();
            app.MapGet("/orders", () => "");
        });
        foreach (var path in (string[])["/health/live", "/static", "/orders"])
        {
            Assert.Equal(200, await app.StatusAsync(path));
        }

        await app.CountedAsync(1, "GET", "/orders", "200");
        Assert.Null(app.Requests("GET", "/health/live", "200"));
        Assert.Null(app.Requests("GET", "/static", "200"));
    }

    [Fact]
    public async Task CountsInTheRegistryGiven()
    {
        var registry = new CollectorRegistry();
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics(options => options.Registry = registry);
            app.MapGet("/orders", () => "");
            app.MapMetrics("/metrics", registry);
        });
        Assert.Equal(200, await app.StatusAsync("/orders"));
        await HttpMetricsAssert.UntilAsync(
            () => registry.GetSampleValue("http_server_requests_total", ("method", "GET"), ("route", "/orders"), ("status", "200")) == 1, "counted", app);
        Assert.DoesNotContain("http_server", app.Exposition(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivesUpItsFamiliesWithTheApplication()
    {
        var registry = new CollectorRegistry();
        var app = await LoopbackApp.StartAsync(app => app.UseHttpMetrics(options => options.Registry = registry));
        Assert.Equal(404, await app.StatusAsync("/"));
        await app.DisposeAsync();
        Assert.Null(registry.GetSampleValue("http_server_requests_total", ("method", "GET"), ("route", "unmatched"), ("status", "404")));
    }
}
