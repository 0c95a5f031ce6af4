using System.Net;
using System.Net.Sockets;
using System.Text;
using TypedMetrics.Exposition;

namespace TypedMetrics.Server;

/// <summary>Accepts connections and serves each until it ends.</summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterError = TimeSpan.FromMilliseconds(100);
    private static readonly byte[] Busy = Encoding.ASCII.GetBytes(
        "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    private readonly List<Socket> _listeners;
    private readonly Func<HttpRequest, CancellationToken, ValueTask<ScrapeResponse>> _route;
    private readonly HttpLimits _limits;
    private readonly int _maxConnections;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly List<Task> _acceptLoops;
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _connections = [];
    private volatile bool _isClosed;

    /// <summary>Starts accepting on sockets that listen, which this object owns from here on.</summary>
    public HttpServer(
        List<Socket> listeners,
        Func<HttpRequest, CancellationToken, ValueTask<ScrapeResponse>> route,
        HttpLimits limits,
        int maxConnections,
        TimeProvider time)
    {
        _listeners = listeners;
        _route = route;
        _limits = limits;
        _maxConnections = maxConnections;
        _time = time;
        Addresses = [.. listeners.Select(listener => (IPEndPoint)listener.LocalEndPoint!)];
        _acceptLoops = [.. listeners.Select(listener => Task.Run(() => AcceptAsync(listener)))];
    }

    /// <summary>Where the server listens.</summary>
    public IReadOnlyList<IPEndPoint> Addresses { get; }

    /// <summary>From now on a connection ends with its response at hand. New ones are still accepted.</summary>
    public void StopKeepingAlive() => _stopping.Cancel();

    /// <summary>
    /// Accepts no more, breaks off what still runs, and waits until all is quiet; not longer than
    /// <see cref="HttpLimits.CloseTime"/>, since a collector that hangs cannot be broken off.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        await _stopping.CancelAsync().ConfigureAwait(false);
        _listeners.ForEach(listener => listener.Dispose());
        await Task.WhenAll(_acceptLoops).ConfigureAwait(false);
        await _aborting.CancelAsync().ConfigureAwait(false);
        var quiet = Task.WhenAll(Connections());
        await quiet.WaitAsync(_limits.CloseTime, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (quiet.IsCompleted)
        {
            _stopping.Dispose();
            _aborting.Dispose();
        }
    }

    private Task[] Connections()
    {
        lock (_lock)
        {
            return [.. _connections];
        }
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            try
            {
                Start(await listener.AcceptAsync().ConfigureAwait(false));
            }
            catch (Exception) when (_isClosed)
            {
                return;
            }
            catch (Exception)
            {
                // The client was quicker to leave, or the process has no handle or memory left: later perhaps.
                await Task.Delay(PauseAfterError, _time).ConfigureAwait(false);
            }
        }
    }

    private void Start(Socket socket)
    {
        lock (_lock)
        {
            if (_connections.Count < _maxConnections)
            {
                // Task.Run, so that the accept loop goes on whatever the connection does first.
                var connection = Task.Run(() => new HttpConnection(socket, _route, _limits, _time).RunAsync(_stopping.Token, _aborting.Token));
                _connections.Add(connection);
                _ = connection.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                return;
            }
        }

        Refuse(socket);
    }

    private void Forget(Task connection)
    {
        lock (_lock)
        {
            _connections.Remove(connection);
        }
    }

    private static void Refuse(Socket socket)
    {
        using (socket)
        {
            try
            {
                // It fits the socket's empty buffer, so that nobody waits.
                socket.Blocking = false;
                _ = socket.Send(Busy);
                socket.Shutdown(SocketShutdown.Send);
            }
            catch (SocketException)
            {
                // The client has gone, and wants no answer.
            }
        }
    }
}
