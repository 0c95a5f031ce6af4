using TypedMetrics.Exposition;
using TypedMetrics.Runtime.Tests.Server;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class ScrapeEndpointTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task CollectingThatOutlastsTheScraperIsAnswered503()
    {
        var time = new ManualTime();
        var endpoint = new ScrapeEndpoint(
            TestCollector.Registry(_ => time.Advance(TimeSpan.FromSeconds(9.5))), created: false, Limit, time);

        using var late = await endpoint.RespondAsync(Request("GET", timeout: "10"), CancellationToken.None);
        using var inTime = await endpoint.RespondAsync(Request("GET", timeout: "11"), CancellationToken.None);

        Assert.Equal(503, late.StatusCode);
        Assert.Equal(200, inTime.StatusCode);
    }

    [Fact]
    public async Task OwnLimitHoldsWhateverTheScraperSays()
    {
        var time = new ManualTime();
        var endpoint = new ScrapeEndpoint(TestCollector.Registry(_ => time.Advance(Limit)), created: false, Limit, time);

        using var response = await endpoint.RespondAsync(Request("GET", timeout: "1000"), CancellationToken.None);

        Assert.Equal(503, response.StatusCode);
    }

    [Fact]
    public async Task FailingCollectorCostsItsOwnFamiliesAlone()
    {
        var registry = TestCollector.Small();
        registry.Register(new TestCollector(sink =>
        {
            sink.Family(MetricType.Gauge, "half").Gauge(1);
            throw new InvalidOperationException();
        }));
        var endpoint = new ScrapeEndpoint(registry, created: false, Limit, TimeProvider.System);

        using var response = await endpoint.RespondAsync(Request("GET"), CancellationToken.None);

        Assert.Equal(200, response.StatusCode);
        Assert.Null(registry.GetSampleValue("half"));
        Assert.Equal(17, registry.GetSampleValue("size_bytes"));
    }

    [Fact]
    public async Task ClientThatHasGoneIsNoAnswer()
    {
        using var aborted = new CancellationTokenSource();
        var endpoint = new ScrapeEndpoint(TestCollector.Registry(_ => aborted.Cancel()), created: false, Limit, TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endpoint.RespondAsync(Request("GET"), aborted.Token).AsTask());
        Assert.True(endpoint.StopAsync().IsCompleted);
    }

    [Fact]
    public async Task StoppingWaitsForEachRunningScrape()
    {
        var endpoint = new ScrapeEndpoint(TestCollector.Small(), created: false, Limit, TimeProvider.System);
        var first = await endpoint.RespondAsync(Request("GET"), CancellationToken.None);
        var second = await endpoint.RespondAsync(Request("HEAD"), CancellationToken.None);

        var stopped = endpoint.StopAsync();
        using var late = await endpoint.RespondAsync(Request("GET"), CancellationToken.None);
        using var wrong = await endpoint.RespondAsync(Request("POST"), CancellationToken.None);
        Assert.Equal((503, 405), (late.StatusCode, wrong.StatusCode));

        first.Dispose();
        first.Dispose();
        Assert.False(stopped.IsCompleted);
        second.Dispose();
        await stopped;
        Assert.True(endpoint.StopAsync().IsCompleted);
    }

    [Fact]
    public async Task EachScrapeHasItsOwnTimer()
    {
        var time = new ManualTime();
        var endpoint = new ScrapeEndpoint(TestCollector.Small(), created: false, Limit, time);

        using (var response = await endpoint.RespondAsync(Request("GET", timeout: "10"), CancellationToken.None))
        {
            Assert.False(response.TimedOut.IsCancellationRequested);
            time.Advance(TimeSpan.FromSeconds(9.5));
            Assert.True(response.TimedOut.IsCancellationRequested);
        }
    }

    private static ScrapeRequest Request(string method, string? timeout = null) => new(method, "", [], [], timeout);
}
