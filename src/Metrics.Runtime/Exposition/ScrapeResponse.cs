using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;

namespace TypedMetrics.Exposition;

/// <summary>
/// The answer to a <see cref="ScrapeRequest"/>: a status, headers and perhaps a body. Dispose it when it has been sent.
/// </summary>
internal sealed class ScrapeResponse : IDisposable
{
    // A header, an empty final block, and a checksum and length of 0 (RFC 1952).
    private static readonly byte[] EmptyMember =
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 0x03, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly Scrape? _scrape;
    private readonly byte[] _message;

    private ScrapeResponse(int statusCode, KeyValuePair<string, string>[] headers, byte[] message, Scrape? scrape)
    {
        StatusCode = statusCode;
        Headers = headers;
        _message = message;
        _scrape = scrape;
    }

    /// <summary>200, 405, 500 or 503.</summary>
    public int StatusCode { get; }

    /// <summary>The headers, Content-Type among them. How the body is framed is up to the host.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>Whether a body follows; none answers HEAD.</summary>
    public bool HasBody { get; private init; }

    /// <summary>Cancelled when the scrape has used up its time. Waiting for the client counts.</summary>
    public CancellationToken TimedOut => _scrape?.TimedOut ?? CancellationToken.None;

    /// <summary>
    /// Writes the body. If this throws, nothing or a part of the body has been written; once a byte has left, the host must
    /// break the connection, so that the part is not taken for the whole.
    /// </summary>
    /// <param name="output">Takes the body; it is flushed, but not completed.</param>
    /// <param name="cancellationToken">Cancelled when the client has gone.</param>
    /// <exception cref="OperationCanceledException">The client has gone, or the scrape has used up its time.</exception>
    public async ValueTask WriteBodyAsync(PipeWriter output, CancellationToken cancellationToken)
    {
        if (!HasBody)
        {
            return;
        }

        if (_scrape is null)
        {
            await output.WriteAsync(_message, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(_scrape.TimedOut, cancellationToken);
        if (_scrape.IsCompressed)
        {
            await WriteCompressedAsync(_scrape, output, either.Token).ConfigureAwait(false);
        }
        else
        {
            _ = await _scrape.WriteAsync(output, either.Token).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _scrape?.Dispose();

    /// <summary>A response that is a short text for people.</summary>
    internal static ScrapeResponse Plain(int statusCode, string message, bool hasBody, params KeyValuePair<string, string>[] headers) =>
        new(statusCode, [new("Content-Type", "text/plain; charset=utf-8"), .. headers], System.Text.Encoding.UTF8.GetBytes(message), null)
        {
            HasBody = hasBody,
        };

    /// <summary>A response that is an exposition.</summary>
    internal static ScrapeResponse Of(Scrape scrape, string contentType, bool hasBody)
    {
        var headers = new List<KeyValuePair<string, string>>
        {
            new("Content-Type", contentType),
            new("Vary", "Accept, Accept-Encoding"),
        };
        if (scrape.IsCompressed)
        {
            headers.Add(new("Content-Encoding", "gzip"));
        }

        return new(200, [.. headers], [], scrape) { HasBody = hasBody };
    }

    private static async ValueTask WriteCompressedAsync(Scrape scrape, PipeWriter output, CancellationToken cancellationToken)
    {
        // The fastest level: a scrape is written once and read once, mostly within one data centre.
        var gzip = new GZipStream(output.AsStream(leaveOpen: true), CompressionLevel.Fastest, leaveOpen: true);
        var pipe = PipeWriter.Create(gzip, new StreamPipeWriterOptions(leaveOpen: true));
        long written;
        try
        {
            written = await scrape.WriteAsync(pipe, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Disposing the compressor now would write the end of a member, and a part would look whole.
            await pipe.CompleteAsync(exception).ConfigureAwait(false);
            throw;
        }

        await pipe.CompleteAsync().ConfigureAwait(false);
        await gzip.DisposeAsync().ConfigureAwait(false);
        if (written == 0)
        {
            // The compressor makes nothing of nothing, which is no gzip.
            output.Write(EmptyMember);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
