using System.Buffers;
using System.Net.Sockets;
using TypedMetrics.Exposition;

namespace TypedMetrics.Server;

/// <summary>
/// One client's connection: requests one after the other, each within limits of size and time, until either side closes it.
/// </summary>
/// <param name="socket">The connection, which this object owns.</param>
/// <param name="route">Answers a request.</param>
/// <param name="limits">Sizes and times.</param>
/// <param name="time">The clock.</param>
internal sealed class HttpConnection(
    Socket socket,
    Func<HttpRequest, CancellationToken, ValueTask<ScrapeResponse>> route,
    HttpLimits limits,
    TimeProvider time)
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(limits.HeadSize);
    private int _buffered;
    private bool _isLast;
    private bool _isKeptAlive;

    /// <summary>Serves until the connection ends. Never throws.</summary>
    /// <param name="stopping">Once cancelled, the connection ends with the response at hand, or at once where there is none.</param>
    /// <param name="aborting">Once cancelled, the connection breaks off.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        try
        {
            socket.NoDelay = true;
            if (stopping.IsCancellationRequested)
            {
                // Too late for a scrape, but not for an answer.
                stopping = aborting;
                _isLast = true;
            }

            while (await ServeOneAsync(stopping, aborting).ConfigureAwait(false))
            {
            }
        }
        catch (Exception)
        {
            // The client has gone or dawdles, the server stops for good, a scrape failed half-way: whatever it is, it must
            // not reach the process, and what has been sent must not look whole.
            Abort();
        }
        finally
        {
            socket.Dispose();
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    // Whether another request may follow.
    private async ValueTask<bool> ServeOneAsync(CancellationToken stopping, CancellationToken aborting)
    {
        var length = await ReadHeadAsync(stopping, aborting).ConfigureAwait(false);
        if (length == 0)
        {
            return false;
        }

        HttpRequest? request = null;
        var status = length < 0 ? -length : HttpRequestParser.Parse(_buffer.AsSpan(0, length), out request);
        Drop(Math.Max(length, 0));
        using var writer = new HttpResponseWriter(socket, time, request?.IsHttp11 ?? true);
        if (request is null)
        {
            writer.MustClose = true;
            using var refusal = ScrapeResponse.Plain(status, Refusal(status), hasBody: true);
            await SendAsync(writer, refusal, aborting).ConfigureAwait(false);
        }
        else
        {
            using var response = await route(request, aborting).ConfigureAwait(false);
            writer.MustClose |= MustClose(request) || _isLast || stopping.IsCancellationRequested;
            await SendAsync(writer, response, aborting).ConfigureAwait(false);
        }

        if (!writer.MustClose)
        {
            _isKeptAlive = true;
            return await SkipAsync(request?.ContentLength ?? 0, aborting).ConfigureAwait(false);
        }

        await LingerAsync(aborting).ConfigureAwait(false);
        return false;
    }

    private async ValueTask SendAsync(HttpResponseWriter writer, ScrapeResponse response, CancellationToken aborting)
    {
        writer.Begin(response.StatusCode, response.Headers, response.HasBody);
        try
        {
            await response.WriteBodyAsync(writer, aborting).ConfigureAwait(false);
        }
        catch (Exception exception) when (!writer.HasStarted && exception is not SocketException && !aborting.IsCancellationRequested)
        {
            var isTimeout = response.TimedOut.IsCancellationRequested;
            using var failure = ScrapeResponse.Plain(
                isTimeout ? 503 : 500, isTimeout ? "The scrape took too long.\n" : "The scrape failed.\n", response.HasBody);
            writer.Begin(failure.StatusCode, failure.Headers, failure.HasBody);
            await failure.WriteBodyAsync(writer, aborting).ConfigureAwait(false);
        }

        using var limit = Limit(limits.SendTime, aborting);
        await writer.EndAsync(limit.Token).ConfigureAwait(false);
    }

    // A positive length is that of a whole head, 0 says that the client has closed, a negative one is a status.
    private async ValueTask<int> ReadHeadAsync(CancellationToken stopping, CancellationToken aborting)
    {
        var searched = 0;
        if (_buffered == 0)
        {
            // A request that is here already is answered, even when the server stops.
            using var idle = Limit(_isKeptAlive ? limits.IdleTime : limits.OpeningTime, stopping);
            if (!await TryReceiveAsync(idle.Token).ConfigureAwait(false) && socket.Available == 0)
            {
                return 0;
            }
        }

        using var limit = Limit(limits.HeadTime, aborting);
        while (true)
        {
            DropEmptyLines();
            var end = _buffer.AsSpan(searched, _buffered - searched).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return searched + end + 4;
            }

            if (_buffered >= limits.HeadSize)
            {
                return _buffer.AsSpan(0, _buffered).Contains((byte)'\n') ? -431 : -414;
            }

            searched = Math.Max(0, _buffered - 3);
            if (!await TryReceiveAsync(limit.Token).ConfigureAwait(false))
            {
                return limit.HasRunOut ? -408 : 0;
            }
        }
    }

    // Empty lines before a request are skipped (RFC 9112, 2.2).
    private void DropEmptyLines()
    {
        while (_buffered >= 2 && _buffer.AsSpan(0, 2).SequenceEqual("\r\n"u8))
        {
            Drop(2);
        }
    }

    private async ValueTask<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        var room = _buffer.AsMemory(_buffered, limits.HeadSize - _buffered);
        var received = await socket.ReceiveAsync(room, SocketFlags.None, cancellationToken).ConfigureAwait(false);
        _buffered += received;
        return received > 0;
    }

    // Running out of time is no error here.
    private async ValueTask<bool> TryReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReceiveAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Drop(int bytes)
    {
        _buffered -= bytes;
        _buffer.AsSpan(bytes, _buffered).CopyTo(_buffer);
    }

    private bool MustClose(HttpRequest request) =>
        request.WantsClose || request.HasTransferEncoding || request.ExpectsContinue || request.ContentLength > limits.HeadSize;

    // A request's body means nothing here, but the next request begins behind it.
    private async ValueTask<bool> SkipAsync(long bytes, CancellationToken aborting)
    {
        using var limit = Limit(limits.HeadTime, aborting);
        while (bytes > 0)
        {
            var skipped = (int)Math.Min(bytes, _buffered);
            Drop(skipped);
            bytes -= skipped;
            if (bytes > 0 && !await TryReceiveAsync(limit.Token).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    // Closing while the client still sends would break the connection, and the client could lose the response
    // (RFC 9112, 9.6): so say that nothing more comes, and listen a while.
    private async ValueTask LingerAsync(CancellationToken aborting)
    {
        socket.Shutdown(SocketShutdown.Send);
        using var limit = Limit(limits.LingerTime, aborting);
        var left = limits.LingerSize;
        do
        {
            left -= _buffered;
            _buffered = 0;
        }
        while (left > 0 && await TryReceiveAsync(limit.Token).ConfigureAwait(false));
    }

    private TimeLimit Limit(TimeSpan duration, CancellationToken token) => new(duration, time, token);

    // A reset, so that half a response cannot be taken for a whole one.
    private void Abort()
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It is broken already.
        }
    }

    private static string Refusal(int status) => status switch
    {
        408 => "The request came too slowly.\n",
        414 => "The request line is too long.\n",
        431 => "The headers are too long.\n",
        505 => "HTTP/1.1 and HTTP/1.0 are understood.\n",
        _ => "That is no HTTP request.\n",
    };
}
