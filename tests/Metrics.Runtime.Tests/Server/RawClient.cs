using System.Net.Sockets;
using System.Text;

namespace TypedMetrics.Runtime.Tests.Server;

/// <summary>A connection to a server, on which a test writes whatever it likes.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly NetworkStream _stream;

    private RawClient(Socket socket) => _stream = new NetworkStream(socket, ownsSocket: true);

    public static async Task<RawClient> ConnectAsync(MetricsServer server)
    {
        var socket = new Socket(server.Addresses[0].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Addresses[0]);
        return new RawClient(socket);
    }

    /// <summary>One request on a connection of its own.</summary>
    public static async Task<RawResponse> GetAsync(MetricsServer server, string target = "/metrics", string headers = "", string method = "GET")
    {
        using var client = await ConnectAsync(server);
        await client.SendAsync($"{method} {target} HTTP/1.1\r\nHost: x\r\n{headers}Connection: close\r\n\r\n");
        var response = await client.ReadAsync(isHead: method == "HEAD");
        Assert.NotNull(response);
        Assert.True(await client.IsClosedAsync());
        return response;
    }

    public Task SendAsync(string text) => _stream.WriteAsync(Encoding.Latin1.GetBytes(text)).AsTask();

    public Task<RawResponse?> ReadAsync(bool isHead = false) => RawResponse.ReadAsync(_stream, isHead);

    /// <summary>Whether the server has closed in good order, with nothing more to read.</summary>
    public async Task<bool> IsClosedAsync() => await _stream.ReadAsync(new byte[1]) == 0;

    /// <summary>Says that nothing more will be sent.</summary>
    public void EndSending() => _stream.Socket.Shutdown(SocketShutdown.Send);

    public async Task<byte[]> ReadSomeAsync()
    {
        var buffer = new byte[1024];
        return buffer[..await _stream.ReadAsync(buffer)];
    }

    public async Task ReadToEndAsync() => await _stream.CopyToAsync(Stream.Null);

    public void Dispose() => _stream.Dispose();
}
