using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;

namespace TypedMetrics.Server;

/// <summary>
/// Sends one response. The body is collected in a buffer: one that fits leaves with its head in a single piece and with its
/// length, a longer one in chunks (HTTP/1.1) or up to the end of the connection (HTTP/1.0). Nothing leaves before the buffer
/// is full or the body has ended, so that an error up to there can still be told.
/// </summary>
internal sealed class HttpResponseWriter : PipeWriter, IDisposable
{
    /// <summary>How much of a body is sent at once.</summary>
    public const int PieceSize = 32 * 1024;

    // In front of the data there is room for the head and a chunk's size, behind it for a chunk's end.
    private const int HeadRoom = 1024;
    private const int TailRoom = 16;

    private readonly Socket _socket;
    private readonly TimeProvider _time;
    private readonly bool _isHttp11;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(HeadRoom + PieceSize + (PieceSize / 2) + TailRoom);
    private int _end = HeadRoom;
    private string? _head;
    private bool _hasBody;

    /// <summary>Makes a writer for one response.</summary>
    public HttpResponseWriter(Socket socket, TimeProvider time, bool isHttp11)
    {
        _socket = socket;
        _time = time;
        _isHttp11 = isHttp11;
        MustClose = !isHttp11;
    }

    /// <summary>Whether something has been sent, so that status and headers stand.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Whether the connection ends with this response.</summary>
    public bool MustClose { get; set; }

    /// <summary>Sets status and headers, and forgets what has been written. Not after the response has started.</summary>
    public void Begin(int statusCode, IEnumerable<KeyValuePair<string, string>> headers, bool hasBody)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {statusCode} {Reason(statusCode)}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Date: {_time.GetUtcNow():R}\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        _head = head.ToString();
        _hasBody = hasBody;
        _end = HeadRoom;
    }

    /// <summary>Sends what is left and the end of the body.</summary>
    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        if (!HasStarted)
        {
            var framing = _hasBody ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {_end - HeadRoom}\r\n") : "";
            await SendAsync(Prefix(HeadRoom, framing), cancellationToken).ConfigureAwait(false);
        }
        else if (_isHttp11)
        {
            var start = _end > HeadRoom ? BeginChunk() : HeadRoom;
            Append("0\r\n\r\n"u8);
            await SendAsync(start, cancellationToken).ConfigureAwait(false);
        }
        else if (_end > HeadRoom)
        {
            await SendAsync(HeadRoom, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = _end + Math.Max(sizeHint, 1) + TailRoom;
        if (needed > _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * _buffer.Length));
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_end, _buffer.Length - TailRoom - _end);
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc/>
    public override void Advance(int bytes) => _end += bytes;

    /// <summary>Sends what has been written, if it is worth a piece.</summary>
    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_end - HeadRoom >= PieceSize)
        {
            var start = _isHttp11 ? BeginChunk() : HeadRoom;
            if (!HasStarted)
            {
                start = Prefix(start, _isHttp11 ? "Transfer-Encoding: chunked\r\n" : "");
            }

            await SendAsync(start, cancellationToken).ConfigureAwait(false);
        }

        return default;
    }

    /// <inheritdoc/>
    public override void CancelPendingFlush()
    {
    }

    /// <inheritdoc/>
    public override void Complete(Exception? exception = null)
    {
    }

    /// <summary>Gives the buffer back. Nothing may be written afterwards.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    // Puts the chunk's size before the data, and its end behind; returns where to send from.
    private int BeginChunk()
    {
        Span<byte> size = stackalloc byte[TailRoom];
        _ = (_end - HeadRoom).TryFormat(size, out var length, "x", CultureInfo.InvariantCulture);
        "\r\n"u8.CopyTo(size[length..]);
        length += 2;
        size[..length].CopyTo(_buffer.AsSpan(HeadRoom - length));
        Append("\r\n"u8);
        return HeadRoom - length;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_end));
        _end += bytes.Length;
    }

    // Puts the head before what starts there; returns where to send from.
    private int Prefix(int start, string framing)
    {
        var head = $"{_head}{framing}{(MustClose ? "Connection: close\r\n" : "")}\r\n";
        return start - Encoding.ASCII.GetBytes(head, _buffer.AsSpan(start - head.Length));
    }

    private async ValueTask SendAsync(int start, CancellationToken cancellationToken)
    {
        HasStarted = true;
        var rest = _buffer.AsMemory(start, _end - start);
        while (!rest.IsEmpty)
        {
            rest = rest[await _socket.SendAsync(rest, SocketFlags.None, cancellationToken).ConfigureAwait(false)..];
        }

        _end = HeadRoom;
    }

    private static string Reason(int statusCode) => statusCode switch
    {
        200 => "OK",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        414 => "URI Too Long",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "Unknown",
    };
}
