using System.Globalization;
using System.Text;
using TypedMetrics.Server;

namespace TypedMetrics.Runtime.Tests.Server;

public sealed class HttpConnectionTests
{
    private const string Get = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n";

    [Fact]
    public async Task ConnectionServesOneRequestAfterTheOther()
    {
        using var server = Servers.Start(TestCollector.Small());
        using var client = await RawClient.ConnectAsync(server);

        for (var i = 0; i < 3; i++)
        {
            await client.SendAsync(Get);
            var response = await client.ReadAsync();
            Assert.Equal(200, response!.Status);
            Assert.Equal("length", response.Framing);
            Assert.Null(response["Connection"]);
        }
    }

    [Fact]
    public async Task PipelinedRequestsAreAnsweredInOrder()
    {
        using var server = Servers.Start(TestCollector.Small());
        using var client = await RawClient.ConnectAsync(server);

        await client.SendAsync(
            Get + "HEAD /metrics HTTP/1.1\r\nHost: x\r\n\r\n" + "POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
            + "\r\n\r\nGET /other HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" + Get);

        Assert.Equal(200, (await client.ReadAsync())!.Status);
        Assert.Equal(200, (await client.ReadAsync(isHead: true))!.Status);
        Assert.Equal(405, (await client.ReadAsync())!.Status);
        Assert.Equal(404, (await client.ReadAsync())!.Status);
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task LongBodyIsChunkedAndTheConnectionStays()
    {
        using var server = Servers.Start(TestCollector.Large(5000));
        using var client = await RawClient.ConnectAsync(server);

        for (var i = 0; i < 2; i++)
        {
            await client.SendAsync(Get);
            var response = await client.ReadAsync();
            Assert.Equal("chunked", response!.Framing);
            Assert.Equal(5001, response.Text.Count(c => c == '\n'));
        }
    }

    [Theory]
    [InlineData(5, "length")]
    [InlineData(5000, "close")]
    public async Task Http10IsNeverChunked(int series, string framing)
    {
        using var server = Servers.Start(TestCollector.Large(series));
        using var client = await RawClient.ConnectAsync(server);

        await client.SendAsync("GET /metrics HTTP/1.0\r\n\r\n");
        var response = await client.ReadAsync();

        Assert.Equal(framing, response!.Framing);
        Assert.Equal("close", response["Connection"]);
        Assert.Equal(series + 1, response.Text.Count(c => c == '\n'));
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task RequestMayArriveByteByByte()
    {
        using var server = Servers.Start(TestCollector.Small());
        using var client = await RawClient.ConnectAsync(server);

        foreach (var c in "\r\n" + Get)
        {
            await client.SendAsync(c.ToString());
        }

        Assert.Equal(200, (await client.ReadAsync())!.Status);
    }

    [Fact]
    public async Task LastRequestIsAnsweredThoughTheClientSendsNoMore()
    {
        using var server = Servers.Start(TestCollector.Small());
        using var client = await RawClient.ConnectAsync(server);

        await client.SendAsync(Get);
        client.EndSending();

        Assert.Equal(200, (await client.ReadAsync())!.Status);
        Assert.True(await client.IsClosedAsync());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("GET /metr", 0)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: x\r\n", 0)]
    public async Task UnfinishedRequestGetsNoAnswer(string sent, int status)
    {
        using var server = Servers.Start(TestCollector.Small());
        using var client = await RawClient.ConnectAsync(server);

        await client.SendAsync(sent);
        client.EndSending();

        Assert.Equal(status, (await client.ReadAsync())?.Status ?? 0);
        Assert.Equal(200, (await RawClient.GetAsync(server)).Status);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("GET /metrics\r\n\r\n", 400)]
    [InlineData("GET  /metrics HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET /met\u0001rics HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("G(T /metrics HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.x\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET /metrics http/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost : x\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: x\r\n: empty\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: x\r\nA: b\u0000c\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: x\nA: b\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 1x\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n", 400)]
    [InlineData("POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400)]
    [InlineData("GET /metrics HTTP/2.0\r\nHost: x\r\n\r\n", 505)]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505)]
    [InlineData("POST /metrics HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 405)]
    [InlineData("POST /metrics HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n", 405)]
    [InlineData("POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\nabc", 405)]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 404)]
    [InlineData("GET /metrics HTTP/1.0\r\nHost: x\r\n\r\n", 200)]
    [InlineData("GET /metrics HTTP/1.9\r\nHost: x\r\nConnection: Keep-Alive, Close\r\n\r\n", 200)]
    public async Task OddRequestGetsItsStatusAndTheConnectionEnds(string sent, int status)
    {
        using var server = Servers.Start(TestCollector.Small());
        using var client = await RawClient.ConnectAsync(server);

        await client.SendAsync(sent);
        var response = await client.ReadAsync();

        Assert.Equal(status, response!.Status);
        Assert.Equal("HTTP/1.1", response.Version);
        Assert.Equal("close", response["Connection"]);
        client.EndSending();
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task HeadThatIsTooLongIsRefused()
    {
        using var server = Servers.Start(TestCollector.Small());
        foreach (var (start, status) in new[] { ("GET /", 414), ("GET /metrics HTTP/1.1\r\nHost: x\r\nA: ", 431) })
        {
            using var client = await RawClient.ConnectAsync(server);
            await client.SendAsync(start + new string('x', 20_000));

            Assert.Equal(status, (await client.ReadAsync())!.Status);
            client.EndSending();
            Assert.True(await client.IsClosedAsync());
        }
    }

    [Fact]
    public async Task SlowRequestRunsOutOfTimeHoweverItDrips()
    {
        var time = new ManualTime();
        using var server = Servers.Start(TestCollector.Small(), options => options with { TimeProvider = time });
        using var client = await RawClient.ConnectAsync(server);

        await client.SendAsync("GET /metrics HTTP/1.1\r\n");
        await time.WaitForTimersAsync(seconds: 10);
        time.Advance(TimeSpan.FromSeconds(9));
        await client.SendAsync("Host: x\r\n");
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(408, (await client.ReadAsync())!.Status);
        client.EndSending();
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task IdleConnectionIsClosed()
    {
        var time = new ManualTime();
        using var server = Servers.Start(TestCollector.Small(), options => options with { TimeProvider = time });
        using var client = await RawClient.ConnectAsync(server);

        await client.SendAsync(Get);
        Assert.Equal(200, (await client.ReadAsync())!.Status);
        await time.WaitForTimersAsync(seconds: 130);
        time.Advance(TimeSpan.FromSeconds(131));

        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task ConnectionWithoutAnyRequestIsClosedSooner()
    {
        var time = new ManualTime();
        using var server = Servers.Start(TestCollector.Small(), options => options with { TimeProvider = time });
        using var client = await RawClient.ConnectAsync(server);

        await time.WaitForTimersAsync(seconds: 20);
        time.Advance(TimeSpan.FromSeconds(20));

        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task ConnectionsBeyondTheMaximumAreTurnedAway()
    {
        using var server = Servers.Start(TestCollector.Small(), options => options with { MaxConnections = 2 });
        using var first = await RawClient.ConnectAsync(server);
        using var second = await RawClient.ConnectAsync(server);
        foreach (var client in new[] { first, second })
        {
            await client.SendAsync(Get);
            Assert.Equal(200, (await client.ReadAsync())!.Status);
        }

        using (var third = await RawClient.ConnectAsync(server))
        {
            Assert.Equal(503, (await third.ReadAsync())!.Status);
            Assert.True(await third.IsClosedAsync());
        }

        await first.SendAsync(Get);
        Assert.Equal(200, (await first.ReadAsync())!.Status);
    }

    [Fact]
    public async Task GarbageNeverStopsTheServer()
    {
        using var server = Servers.Start(TestCollector.Small(), limits: new HttpLimits { LingerTime = TimeSpan.FromMilliseconds(50) });
        string[] pieces = ["GET ", "/metrics", " HTTP/1.1", "\r\n", "Host: x", ": ", "Accept: */*", "\0", "\u00ff", "\n", "Content-Length: 7", "Transfer-Encoding: chunked"];
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            using var client = await RawClient.ConnectAsync(server);
            await client.SendAsync(string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => pieces[random.Next(pieces.Length)])));
            client.EndSending();
            while (await client.ReadAsync() is { } response)
            {
                Assert.True(response.Status is 200 or 400 or 404 or 405 or 505, $"seed {seed}: {response.Status}");
            }
        }

        Assert.Equal(200, (await RawClient.GetAsync(server)).Status);
    }

    [Fact]
    public async Task LengthOfEachBodyAroundAPieceIsRight()
    {
        foreach (var length in new[] { 0, 1, HttpResponseWriter.PieceSize - 40, HttpResponseWriter.PieceSize, HttpResponseWriter.PieceSize + 40, 3 * HttpResponseWriter.PieceSize, 1_000_000 })
        {
            var help = new string('h', length);
            using var server = Servers.Start(TestCollector.Registry(sink => sink.Family(MetricType.Gauge, "g", help)));

            var response = await RawClient.GetAsync(server);

            Assert.Equal(length == 0 ? "# TYPE g gauge\n" : $"# HELP g {help}\n# TYPE g gauge\n", response.Text);
            Assert.Equal(Encoding.UTF8.GetByteCount(response.Text), response.Body.Length);
            Assert.True(response["Content-Length"] is not { } said || int.Parse(said, CultureInfo.InvariantCulture) == response.Body.Length);
        }
    }
}
