using System.Buffers;
using System.IO.Pipelines;
using TypedMetrics.Exposition;

namespace TypedMetrics;

public sealed partial class CollectorRegistry
{
    /// <summary>
    /// Writes all families as they are now. The pipe is flushed every 32 KiB or so and waited for; it is not completed.
    /// </summary>
    /// <param name="output">Takes the exposition.</param>
    /// <param name="format">The format.</param>
    /// <param name="options">What to write; <see langword="null"/> for everything, without <c>_created</c>.</param>
    /// <param name="cancellationToken">Ends the writing in the middle.</param>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled, or the pipe's reader has gone. What has been written is then not a whole exposition.
    /// </exception>
    public async ValueTask WriteAsync(
        PipeWriter output,
        ExpositionFormat format,
        ExpositionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(format);
        cancellationToken.ThrowIfCancellationRequested();
        var families = await FamiliesForScrapeAsync(new ScrapeTime(ScrapeTime.DefaultLimit, TimeProvider), cancellationToken).ConfigureAwait(false);
        _ = await ScrapeLoop.WriteAsync(families, format, options ?? ExpositionOptions.Default, output, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Writes all families as they are now. The stream is flushed and stays open.</summary>
    /// <param name="output">Takes the exposition.</param>
    /// <param name="format">The format.</param>
    /// <param name="options">What to write; <see langword="null"/> for everything, without <c>_created</c>.</param>
    /// <param name="cancellationToken">Ends the writing in the middle.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask WriteAsync(
        Stream output,
        ExpositionFormat format,
        ExpositionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var pipe = PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true));
        try
        {
            await WriteAsync(pipe, format, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Drops what has not been flushed.
            await pipe.CompleteAsync(exception).ConfigureAwait(false);
            throw;
        }

        await pipe.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>Writes all families as they are now.</summary>
    /// <param name="output">Takes the exposition, which may be of any length.</param>
    /// <param name="format">The format.</param>
    /// <param name="options">What to write; <see langword="null"/> for everything, without <c>_created</c>.</param>
    public void Write(IBufferWriter<byte> output, ExpositionFormat format, ExpositionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(format);
        ScrapeLoop.Write(FamiliesForScrape(CancellationToken.None), format, options ?? ExpositionOptions.Default, output);
    }
}
