using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Runtime.Tests.Instruments;
using TypedMetrics.Runtime.Tests.Server;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class BeforeScrapeTests
{
    private static readonly string Here = typeof(BeforeScrapeTests).FullName!;

    private readonly ManualTime _time = new();
    private readonly CollectorRegistry _registry;
    private readonly Gauge _level;

    public BeforeScrapeTests()
    {
        _registry = new CollectorRegistry { TimeProvider = _time };
        _level = _registry.Gauge("level").At(0);
    }

    [Fact]
    public async Task RunsBeforeTheMetricsAreRead()
    {
        var runs = 0;
        using var hook = _registry.AddBeforeScrape(() => _level.Set(++runs));
        Assert.Equal(1, _registry.GetSampleValue("level"));
        Assert.Equal(["level 2"], _registry.Samples("level"));
        using var output = new MemoryStream();
        await _registry.WriteAsync(output, ExpositionFormat.PrometheusText);
        Assert.Equal(3, _level.Value);
    }

    [Fact]
    public void IsWaitedForWhereItIsAsynchronous()
    {
        using var withToken = _registry.AddBeforeScrape(async _ =>
        {
            await Task.Yield();
            _level.Inc(1);
        });
        using var without = _registry.AddBeforeScrape(async () =>
        {
            await Task.Yield();
            _level.Inc(2);
        });
        Assert.Equal(3, _registry.GetSampleValue("level"));
    }

    [Fact]
    public void RunsBeforeCallbacksAreRead()
    {
        var depth = 0;
        using var hook = _registry.AddBeforeScrape(() => depth = 9);
        _registry.Group().ObservableGauge(new MetricDeclaration("queue_depth"), reading => reading.Observe(0, depth));
        Assert.Equal(9, _registry.GetSampleValue("queue_depth"));
    }

    [Fact]
    public void RunsNoMoreOnceItIsTakenOut()
    {
        var runs = 0;
        var hook = _registry.AddBeforeScrape(() => runs++);
        _ = _registry.Text();
        hook.Dispose();
        hook.Dispose();
        _ = _registry.Text();
        Assert.Equal(1, runs);
    }

    [Fact]
    public void FailureIsCountedReportedOnceAndShowsWhatWasSet()
    {
        using var sync = _registry.AddBeforeScrape(() =>
        {
            _level.Set(5);
            throw new InvalidOperationException("no connection");
        });
        Assert.Equal(5, _registry.GetSampleValue("level"));
        Assert.Equal(2, _registry.GetSampleValue("typedmetrics_collector_errors_total", ("collector", Here)));
        var problem = Assert.Single(_registry.Problems);
        Assert.Equal(Here, problem.Subject);
        Assert.Equal(
            "what was added by AddBeforeScrape threw System.InvalidOperationException: no connection; what it has set so far is exposed", problem.Message);
    }

    [Fact]
    public async Task OverdueOneIsLeftBehindAndNotStartedAgainBeforeItHasEnded()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var runs = 0;
        var token = CancellationToken.None;
        using var hook = _registry.AddBeforeScrape(async cancellation =>
        {
            token = cancellation;
            _level.Set(++runs);
            await release.Task;
        });
        var endpoint = new ScrapeEndpoint(_registry, created: false, TimeSpan.FromMinutes(1), _time);

        // Of 9.5 s half: the header less the margin for the network.
        var first = endpoint.RespondAsync(Request(timeout: "10"), CancellationToken.None).AsTask();
        await _time.WaitForTimersAsync(4.75);
        while (Volatile.Read(ref runs) == 0)
        {
            await Task.Yield();
        }

        _time.Advance(TimeSpan.FromSeconds(4.75));
        using (var response = await first)
        {
            Assert.Equal(200, response.StatusCode);
        }

        Assert.True(token.IsCancellationRequested);

        // No clock moves: the second scrape waits for nothing.
        using (var response = await endpoint.RespondAsync(Request(timeout: "10"), CancellationToken.None))
        {
            Assert.Equal(200, response.StatusCode);
        }

        Assert.Equal(1, runs);
        Assert.Equal(1, _registry.GetSampleValue("level"));
        Assert.Equal("what was added by AddBeforeScrape has not ended in time; what it has set so far is exposed", Assert.Single(_registry.Problems).Message);

        release.SetResult();
        while (_registry.GetSampleValue("level") == 1)
        {
            await Task.Yield();
        }

        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task ScrapesAtOnceShareARun()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var runs = 0;
        using var hook = _registry.AddBeforeScrape(async () =>
        {
            Interlocked.Increment(ref runs);
            await release.Task;
            _level.Set(7);
        });
        var endpoint = new ScrapeEndpoint(_registry, created: false, TimeSpan.FromMinutes(1), _time);
        var scrapes = new[] { Request("10"), Request("20"), Request(null) }
            .Select(request => endpoint.RespondAsync(request, CancellationToken.None).AsTask()).ToArray();
        release.SetResult();
        foreach (var response in await Task.WhenAll(scrapes))
        {
            Assert.Equal(200, response.StatusCode);
            response.Dispose();
        }

        Assert.Equal(1, runs);
        Assert.Equal(7, _level.Value);
    }

    [Fact]
    public async Task ImpatientScrapeDoesNotWaitAsLongAsThePatientOneWhoseRunItShares()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var hook = _registry.AddBeforeScrape(async () => await release.Task);
        var endpoint = new ScrapeEndpoint(_registry, created: false, TimeSpan.FromMinutes(1), _time);
        var patient = endpoint.RespondAsync(Request(null), CancellationToken.None).AsTask();
        var impatient = endpoint.RespondAsync(Request("10"), CancellationToken.None).AsTask();
        _time.Advance(TimeSpan.FromSeconds(4.75));
        using (var response = await impatient)
        {
            Assert.Equal(200, response.StatusCode);
        }

        Assert.False(patient.IsCompleted);
        release.SetResult();
        (await patient).Dispose();
    }

    [Fact]
    public async Task ClientThatHasGoneWaitsForNothing()
    {
        using var aborted = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        using var hook = _registry.AddBeforeScrape(async () => await release.Task);
        var endpoint = new ScrapeEndpoint(_registry, created: false, TimeSpan.FromMinutes(1), _time);
        var scrape = endpoint.RespondAsync(Request(null), aborted.Token).AsTask();
        await aborted.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scrape);
        release.SetResult();
    }

    [Fact]
    public void MayReadSamplesItself()
    {
        var runs = 0;
        using var hook = _registry.AddBeforeScrape(() =>
        {
            runs++;
            _level.Set((_registry.GetSampleValue("level") ?? 0) + 1);
        });
        Assert.Equal(1, _registry.GetSampleValue("level"));
        Assert.Equal(1, runs);
    }

    [Fact]
    public void IncludedRegistrysRunsToo()
    {
        var other = new CollectorRegistry();
        var runs = 0;
        using var hook = other.AddBeforeScrape(() => runs++);
        _registry.Include(other);
        _ = _registry.Text();
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task RunsInTheServer()
    {
        using var hook = _registry.AddBeforeScrape(async _ =>
        {
            await Task.Yield();
            _level.Set(3);
        });
        using var server = Servers.Start(_registry);
        using var client = new HttpClient();
        Assert.Contains("level 3\n", await client.GetStringAsync(new Uri(server.Url)), StringComparison.Ordinal);
    }

    private static ScrapeRequest Request(string? timeout) => new("GET", "", [], [], timeout);
}
