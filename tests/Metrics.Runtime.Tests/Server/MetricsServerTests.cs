using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace TypedMetrics.Runtime.Tests.Server;

public sealed class MetricsServerTests
{
    private const string SmallText = """
        # HELP jobs_total Jobs done.
        # TYPE jobs_total counter
        jobs_total{queue="a"} 3
        jobs_total{queue="b"} 4
        # HELP size_bytes Size.
        # TYPE size_bytes gauge
        size_bytes 17

        """;

    private const string SmallOpenMetrics = """
        # TYPE jobs counter
        # HELP jobs Jobs done.
        jobs_total{queue="a"} 3
        jobs_total{queue="b"} 4
        # TYPE size_bytes gauge
        # UNIT size_bytes bytes
        # HELP size_bytes Size.
        size_bytes 17.0
        # EOF

        """;

    [Fact]
    public async Task AnswersAnOrdinaryHttpClient()
    {
        using var server = Servers.Start(TestCollector.Small());
        using var client = new HttpClient();

        Assert.Equal(SmallText, await client.GetStringAsync(new Uri(server.Url)));
    }

    [Fact]
    public async Task AnswersInTheFormatThatIsAskedFor()
    {
        using var server = Servers.Start(TestCollector.Small());

        var text = await RawClient.GetAsync(server);
        var open = await RawClient.GetAsync(server, headers: "Accept: application/openmetrics-text\r\n");

        Assert.Equal((200, SmallText), (text.Status, text.Text));
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", text["Content-Type"]);
        Assert.Equal((200, SmallOpenMetrics), (open.Status, open.Text));
        Assert.Equal("application/openmetrics-text; version=1.0.0; charset=utf-8", open["Content-Type"]);
        Assert.Equal("Accept, Accept-Encoding", text["Vary"]);
        Assert.True(DateTimeOffset.TryParse(text["Date"], System.Globalization.CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public async Task CompressesWhereTheClientTakesIt()
    {
        using var small = Servers.Start(TestCollector.Small());
        using var large = Servers.Start(TestCollector.Large(20_000));

        var shortOne = await RawClient.GetAsync(small, headers: "Accept-Encoding: gzip\r\n");
        var longOne = await RawClient.GetAsync(large, headers: "Accept-Encoding: gzip\r\n");
        var plain = await RawClient.GetAsync(large);

        Assert.Equal("gzip", shortOne["Content-Encoding"]);
        Assert.Equal(SmallText, shortOne.Unzipped);
        Assert.Equal("gzip", longOne["Content-Encoding"]);
        Assert.Equal(plain.Text, longOne.Unzipped);
        Assert.True(longOne.Body.Length < plain.Body.Length / 4);
        Assert.Null(plain["Content-Encoding"]);
    }

    [Theory]
    [InlineData("name[]=jobs_total", "jobs_total")]
    [InlineData("name%5B%5D=jobs", "jobs_total")]
    [InlineData("name[]=size_bytes", "size_bytes")]
    [InlineData("name[]=size_bytes&name[]=jobs_created", "jobs_total,size_bytes")]
    [InlineData("name[]=no_such_metric", "")]
    [InlineData("other=1", "jobs_total,size_bytes")]
    public async Task FilterKeepsTheFamiliesThatAreAskedFor(string query, string families)
    {
        using var server = Servers.Start(TestCollector.Small());

        var response = await RawClient.GetAsync(server, "/metrics?" + query);
        var names = response.Text.Split('\n').Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]);

        Assert.Equal(200, response.Status);
        Assert.Equal(families, string.Join(',', names));
    }

    [Fact]
    public async Task EmptyExpositionIsLegalInEachFormatAndCoding()
    {
        using var server = Servers.Start(TestCollector.Registry(_ => { }));

        Assert.Equal("", (await RawClient.GetAsync(server)).Text);
        Assert.Equal("# EOF\n", (await RawClient.GetAsync(server, headers: "Accept: application/openmetrics-text\r\n")).Text);
        var compressed = await RawClient.GetAsync(server, headers: "Accept-Encoding: gzip\r\n");
        Assert.Equal("gzip", compressed["Content-Encoding"]);
        Assert.Equal((byte[])[0x1F, 0x8B], compressed.Body.Take(2));
        Assert.Equal("", compressed.Unzipped);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Accept-Encoding: gzip\r\nAccept: application/openmetrics-text\r\n")]
    public async Task HeadHasTheHeadersOfGetAndNoBody(string headers)
    {
        using var server = Servers.Start(TestCollector.Small());

        var get = await RawClient.GetAsync(server, headers: headers);
        var head = await RawClient.GetAsync(server, headers: headers, method: "HEAD");

        Assert.Equal(200, head.Status);
        foreach (var name in new[] { "Content-Type", "Content-Encoding", "Vary", "Connection" })
        {
            Assert.Equal(get[name], head[name]);
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("get")]
    [InlineData("BREW")]
    public async Task OtherMethodsAreNotAllowed(string method)
    {
        using var server = Servers.Start(TestCollector.Small());

        var response = await RawClient.GetAsync(server, method: method);

        Assert.Equal(405, response.Status);
        Assert.Equal("GET, HEAD", response["Allow"]);
    }

    [Theory]
    [InlineData("/", 404)]
    [InlineData("/metric", 404)]
    [InlineData("/metrics/x", 404)]
    [InlineData("/METRICS", 404)]
    [InlineData("/metrics/", 200)]
    [InlineData("http://somewhere:80/metrics?x=1", 200)]
    [InlineData("http://somewhere?x=1", 404)]
    public async Task OnlyThePathIsServed(string target, int status)
    {
        using var server = Servers.Start(TestCollector.Small());

        Assert.Equal(status, (await RawClient.GetAsync(server, target)).Status);
    }

    [Fact]
    public async Task PathAndRegistryCanBeChosen()
    {
        var first = TestCollector.Registry(sink => sink.Family(MetricType.Gauge, "first").Gauge(1));
        using var server = Servers.Start(first, options => options with { Path = "/" });

        Assert.EndsWith("/", server.Url, StringComparison.Ordinal);
        Assert.Equal("# TYPE first gauge\nfirst 1\n", (await RawClient.GetAsync(server, "/")).Text);
        Assert.Equal(404, (await RawClient.GetAsync(server)).Status);
    }

    [Fact]
    public async Task BirthsAreWrittenWhereSwitchedOn()
    {
        var registry = new CollectorRegistry { SelfMetrics = false, TimeProvider = new ManualTime() };
        using var group = new CompilerServices.MetricGroupRegistration(registry, "Tests");
        group.Counter(new CompilerServices.MetricDeclaration("jobs_total")).At(0).Inc();
        using var without = Servers.Start(registry);
        using var with = Servers.Start(registry, options => options with { Created = true });

        const string Accept = "Accept: application/openmetrics-text\r\n";
        Assert.DoesNotContain("_created", (await RawClient.GetAsync(without, headers: Accept)).Text, StringComparison.Ordinal);
        Assert.Contains("jobs_created 1795341600.000\n", (await RawClient.GetAsync(with, headers: Accept)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("_created", (await RawClient.GetAsync(with)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void StartSaysWhereUnlessQuiet()
    {
        var before = Console.Error;
        using var said = new StringWriter();
        Console.SetError(TextWriter.Synchronized(said));
        try
        {
            using var loud = MetricsServer.Start(0, "127.0.0.1", registry: TestCollector.Small());
            using var quiet = Servers.Start(TestCollector.Small());

            Assert.Contains(
                $"Metrics: http://127.0.0.1:{loud.Port}/metrics on loopback only (127.0.0.1:{loud.Port})\n", said.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain($":{quiet.Port}/", said.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Console.SetError(before);
        }
    }

    [Fact]
    public void PortInUseSaysWhichAndWhatToDo()
    {
        using var server = Servers.Start(TestCollector.Small());

        var error = Assert.Throws<IOException>(() => MetricsServer.Start(server.Port, "127.0.0.1"));

        Assert.Contains($"port {server.Port} is in use", error.Message, StringComparison.Ordinal);
        Assert.Contains("or 0 for any free one", error.Message, StringComparison.Ordinal);
        Assert.IsType<SocketException>(error.InnerException);
    }

    [Fact]
    public void AddressOfAnotherMachineIsRefused()
    {
        var error = Assert.Throws<IOException>(() => MetricsServer.Start(0, "192.0.2.1"));

        Assert.Contains("no address of this machine", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PortIsFreeAgainOnceDisposed()
    {
        var first = Servers.Start(TestCollector.Small());
        var port = first.Port;
        using var client = await RawClient.ConnectAsync(first);
        await client.SendAsync("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.Equal(200, (await client.ReadAsync())!.Status);
        await first.DisposeAsync();

        await using var second = MetricsServer.Start(
            port, new MetricsServerOptions { Host = "127.0.0.1", Registry = TestCollector.Small(), Quiet = true });
        Assert.Equal(200, (await RawClient.GetAsync(second)).Status);
    }

    [Theory]
    [InlineData(-1, "localhost", "/metrics")]
    [InlineData(65536, "localhost", "/metrics")]
    [InlineData(0, "", "/metrics")]
    [InlineData(0, "no such host", "/metrics")]
    [InlineData(0, "localhost", "metrics")]
    [InlineData(0, "localhost", "")]
    [InlineData(0, "localhost", "/a b")]
    [InlineData(0, "localhost", "/a?b")]
    public void ArgumentsAreChecked(int port, string host, string path) =>
        Assert.ThrowsAny<ArgumentException>(() => MetricsServer.Start(port, host, path));

    [Fact]
    public void LimitsThatNoTimerTakesAreRefused()
    {
        var negative = TimeSpan.FromSeconds(-1);
        Assert.ThrowsAny<ArgumentException>(() => Servers.Start(TestCollector.Small(), options => options with { ScrapeLimit = negative }));
        Assert.ThrowsAny<ArgumentException>(() => Servers.Start(TestCollector.Small(), options => options with { ScrapeLimit = TimeSpan.Zero }));
        Assert.ThrowsAny<ArgumentException>(() => Servers.Start(TestCollector.Small(), options => options with { ScrapeLimit = TimeSpan.MaxValue }));
        Assert.ThrowsAny<ArgumentException>(() => Servers.Start(TestCollector.Small(), options => options with { ShutdownLimit = negative }));
        Assert.ThrowsAny<ArgumentException>(() => Servers.Start(TestCollector.Small(), options => options with { ShutdownLimit = TimeSpan.MaxValue }));
    }

    [Fact]
    public async Task LocalhostIsBothLoopbackAddressesOnOnePort()
    {
        using var server = Servers.Start(TestCollector.Small(), options => options with { Host = "localhost" });

        Assert.All(server.Addresses, address => Assert.True(IPAddress.IsLoopback(address.Address)));
        Assert.All(server.Addresses, address => Assert.Equal(server.Port, address.Port));
        Assert.Equal($"http://localhost:{server.Port}/metrics", server.Url);
        Assert.Contains("on loopback only", server.ToString(), StringComparison.Ordinal);
        using var client = new HttpClient();
        foreach (var address in server.Addresses)
        {
            Assert.Equal(SmallText, await client.GetStringAsync(new Uri($"http://{address}/metrics")));
        }
    }

    [Theory]
    [InlineData("*")]
    [InlineData("0.0.0.0")]
    public async Task AllInterfacesAreServedWhereAskedFor(string host)
    {
        using var server = Servers.Start(TestCollector.Small(), options => options with { Host = host });
        using var client = new HttpClient();

        Assert.Contains("on all interfaces", server.ToString(), StringComparison.Ordinal);
        Assert.Equal(SmallText, await client.GetStringAsync(new Uri($"http://127.0.0.1:{server.Port}/metrics")));
        Assert.Equal(SmallText, await client.GetStringAsync(new Uri(server.Url)));
    }

    [Fact]
    public async Task ManyScrapesAtOnceEachGetAWholeBody()
    {
        using var server = Servers.Start(TestCollector.Large(3000));
        var expected = (await RawClient.GetAsync(server)).Text;

        var bodies = await Task.WhenAll(Enumerable.Range(0, 24).Select(async i =>
        {
            var response = await RawClient.GetAsync(server, headers: i % 2 == 0 ? "" : "Accept-Encoding: gzip\r\n");
            return i % 2 == 0 ? response.Text : response.Unzipped;
        }));

        Assert.All(bodies, body => Assert.Equal(expected, body));
    }

    [Fact]
    public async Task HttpClientKeepsItsConnection()
    {
        using var server = Servers.Start(TestCollector.Large(2000));
        var connections = 0;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                Interlocked.Increment(ref connections);
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(server.Addresses[0], cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/openmetrics-text"));

        for (var i = 0; i < 5; i++)
        {
            var body = Encoding.UTF8.GetString(await client.GetByteArrayAsync(new Uri(server.Url)));
            Assert.EndsWith("# EOF\n", body, StringComparison.Ordinal);
        }

        Assert.Equal(1, connections);
    }
}
