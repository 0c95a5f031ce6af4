using System.IO.Pipelines;

namespace TypedMetrics.Exposition;

/// <summary>A running scrape: the families of one moment on their way out.</summary>
internal sealed class Scrape(
    IReadOnlyList<IFamilySource> families,
    ExpositionFormat format,
    ExpositionOptions options,
    bool isCompressed,
    CancellationTokenSource deadline,
    Action ended) : IDisposable
{
    private int _isDisposed;

    /// <summary>Whether the client takes gzip.</summary>
    public bool IsCompressed => isCompressed;

    /// <summary>Cancelled when the scrape has used up its time.</summary>
    public CancellationToken TimedOut { get; } = deadline.Token;

    /// <summary>Writes the exposition, uncompressed.</summary>
    /// <returns>The bytes written.</returns>
    public ValueTask<long> WriteAsync(PipeWriter output, CancellationToken cancellationToken) =>
        ScrapeLoop.WriteAsync(families, format, options, output, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            deadline.Dispose();
            ended();
        }
    }
}
