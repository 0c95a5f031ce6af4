using System.Net.Sockets;

namespace TypedMetrics.Runtime.Tests.Server;

public sealed class ShutdownTests
{
    private const string Get = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n";

    [Fact]
    public async Task RunningScrapeFinishesWhileNewOnesGet503()
    {
        using var gate = new Gate();
        var server = Servers.Start(gate.Registry, options => options with { TimeProvider = new ManualTime() });
        using var running = await RawClient.ConnectAsync(server);
        using var idle = await RawClient.ConnectAsync(server);
        await running.SendAsync(Get);
        await gate.Entered;

        var stopped = server.DisposeAsync().AsTask();
        var late = await RawClient.GetAsync(server);
        var lateHead = await RawClient.GetAsync(server, method: "HEAD");

        Assert.Equal(503, late.Status);
        Assert.Equal(503, lateHead.Status);
        Assert.Contains("stopping", late.Text, StringComparison.Ordinal);
        Assert.True(await idle.IsClosedAsync());
        Assert.False(stopped.IsCompleted);

        gate.Open();
        var response = await running.ReadAsync();
        Assert.Equal((200, "# TYPE slow gauge\nslow 1\n"), (response!.Status, response.Text));
        Assert.Equal("close", response["Connection"]);
        running.EndSending();
        Assert.True(await running.IsClosedAsync());
        await stopped;
        await Assert.ThrowsAnyAsync<SocketException>(() => RawClient.ConnectAsync(server));
    }

    [Fact]
    public async Task ScrapeWhoseReaderStallsIsBrokenOffAfterTheLimit()
    {
        var time = new ManualTime();
        var server = Servers.Start(TestCollector.Bulky(), options => options with { TimeProvider = time, ShutdownLimit = TimeSpan.FromSeconds(3) });
        using var client = await RawClient.ConnectAsync(server);
        await client.SendAsync(Get);
        Assert.NotEmpty(await client.ReadSomeAsync());

        var stopped = server.DisposeAsync().AsTask();
        await time.WaitForTimersAsync(seconds: 3);
        Assert.False(stopped.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(3));

        await stopped;
        await Assert.ThrowsAnyAsync<IOException>(client.ReadToEndAsync);
    }

    [Fact]
    public async Task CollectorThatHangsDoesNotHangDisposal()
    {
        var time = new ManualTime();
        using var gate = new Gate();
        var server = Servers.Start(
            gate.Registry, options => options with { TimeProvider = time, ShutdownLimit = TimeSpan.FromSeconds(3) });
        using var client = await RawClient.ConnectAsync(server);
        await client.SendAsync(Get);
        await gate.Entered;

        var stopped = server.DisposeAsync().AsTask();
        await time.WaitForTimersAsync(seconds: 3);
        time.Advance(TimeSpan.FromSeconds(3));
        await time.WaitForTimersAsync(seconds: 5);
        time.Advance(TimeSpan.FromSeconds(5));

        await stopped;
    }

    [Fact]
    public async Task DisposingTwiceIsDisposingOnce()
    {
        var server = Servers.Start(TestCollector.Small());
        using var client = await RawClient.ConnectAsync(server);

        server.Dispose();
        server.Dispose();
        await server.DisposeAsync();

        Assert.True(await client.IsClosedAsync());
        await Assert.ThrowsAnyAsync<SocketException>(() => RawClient.ConnectAsync(server));
    }

    // A collector that waits inside a scrape.
    private sealed class Gate : IDisposable
    {
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _open = new();

        public Gate() => Registry = TestCollector.Registry(sink =>
        {
            _entered.TrySetResult();
            _open.Wait();
            sink.Family(MetricType.Gauge, "slow").Gauge(1);
        });

        public CollectorRegistry Registry { get; }

        public Task Entered => _entered.Task;

        public void Open() => _open.Set();

        // Not disposed: a scrape may still be leaving it.
        public void Dispose() => _open.Set();
    }
}
