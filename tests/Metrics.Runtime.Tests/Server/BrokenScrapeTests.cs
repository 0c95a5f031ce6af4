using System.Net;
using System.Net.Sockets;
using System.Text;
using TypedMetrics.Exposition;
using TypedMetrics.Server;

namespace TypedMetrics.Runtime.Tests.Server;

public sealed class BrokenScrapeTests
{
    [Theory]
    [InlineData("HTTP/1.1", false)]
    [InlineData("HTTP/1.1", true)]
    [InlineData("HTTP/1.0", false)]
    public async Task ErrorAfterTheFirstByteBreaksTheConnection(string version, bool isCompressed)
    {
        await using var server = Start(new FailingFamily(goodSeries: 50_000), isCompressed);
        using var client = await ConnectAsync(server);

        await client.WriteAsync(Encoding.ASCII.GetBytes($"GET / {version}\r\nHost: x\r\n\r\n"));
        var start = new byte[12];
        await client.ReadExactlyAsync(start);

        Assert.Equal("HTTP/1.1 200", Encoding.ASCII.GetString(start));
        await Assert.ThrowsAnyAsync<IOException>(() => client.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task ErrorBeforeTheFirstByteIsAnswered500AndTheConnectionStays()
    {
        await using var server = Start(new FailingFamily(goodSeries: 10), isCompressed: false);
        using var client = await ConnectAsync(server);

        for (var i = 0; i < 2; i++)
        {
            await client.WriteAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray());
            var response = await RawResponse.ReadAsync(client);
            Assert.Equal(500, response!.Status);
            Assert.DoesNotContain("good", response.Text, StringComparison.Ordinal);
            Assert.Null(response["Content-Encoding"]);
        }
    }

    [Fact]
    public async Task ScrapeThatRunsOutOfTimeBeforeTheFirstByteIsAnswered503()
    {
        var time = new ManualTime();
        await using var server = Start(new FailingFamily(goodSeries: 10, () => time.Advance(TimeSpan.FromSeconds(10))), isCompressed: false, time);
        using var client = await ConnectAsync(server);

        await client.WriteAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray());

        Assert.Equal(503, (await RawResponse.ReadAsync(client))!.Status);
    }

    [Fact]
    public async Task ReaderThatStallsRunsOutOfTime()
    {
        var time = new ManualTime();
        using var server = Servers.Start(TestCollector.Bulky(), options => options with { TimeProvider = time });
        using var client = await RawClient.ConnectAsync(server);

        await client.SendAsync("GET /metrics HTTP/1.1\r\nHost: x\r\nX-Prometheus-Scrape-Timeout-Seconds: 10\r\n\r\n");
        Assert.NotEmpty(await client.ReadSomeAsync());
        time.Advance(TimeSpan.FromSeconds(9.5));

        await Assert.ThrowsAnyAsync<IOException>(client.ReadToEndAsync);
    }

    private static HttpServer Start(IFamilySource family, bool isCompressed, TimeProvider? time = null)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        return new HttpServer([listener], Route, new HttpLimits(), 10, TimeProvider.System);

        ValueTask<ScrapeResponse> Route(HttpRequest request, CancellationToken aborting)
        {
            var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10), time ?? TimeProvider.System);
            var format = ExpositionFormat.PrometheusText;
            return new(ScrapeResponse.Of(
                new Scrape([family], format, ExpositionOptions.Default, isCompressed, deadline, () => { }), format.ContentType, hasBody: true));
        }
    }

    private static async Task<NetworkStream> ConnectAsync(HttpServer server)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Addresses[0]);
        return new NetworkStream(socket, ownsSocket: true);
    }

    // So many series, random so that they do not compress to nothing, and then an error.
    private sealed class FailingFamily(int goodSeries, Action? atTheEnd = null) : IFamilySource
    {
        private readonly Random _random = new(1);

        public FamilyDescriptor Descriptor { get; } = new(MetricType.Gauge, "good", null, null);

        public bool WriteSeries(SampleWriter writer, ref int cursor)
        {
            while (cursor < goodSeries)
            {
                writer.Gauge(Encoding.ASCII.GetBytes($"ordinal=\"{cursor}\""), _random.NextDouble());
                cursor++;
                if (writer.ShouldPause)
                {
                    return false;
                }
            }

            atTheEnd?.Invoke();
            return atTheEnd is null ? throw new InvalidOperationException("this family fails") : true;
        }
    }
}
