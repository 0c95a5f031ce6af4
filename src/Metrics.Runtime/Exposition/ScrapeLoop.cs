using System.Buffers;
using System.IO.Pipelines;

namespace TypedMetrics.Exposition;

/// <summary>Writes families one after the other.</summary>
internal static class ScrapeLoop
{
    /// <summary>
    /// Writes into a pipe and flushes it about every <see cref="SampleWriter.BlockSize"/> bytes, waiting where the reader
    /// is slow. The pipe is not completed.
    /// </summary>
    /// <returns>The bytes written.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the reader has gone.</exception>
    public static async ValueTask<long> WriteAsync(
        IReadOnlyList<IFamilySource> families,
        ExpositionFormat format,
        ExpositionOptions options,
        PipeWriter output,
        CancellationToken cancellationToken)
    {
        var written = 0L;
        var writer = format.CreateWriter(output, options);
        for (var i = 0; i < families.Count; i++)
        {
            var family = families[i];
            if (!options.Includes(family.Descriptor))
            {
                continue;
            }

            writer.BeginFamily(family.Descriptor);
            var cursor = 0;
            while (!family.WriteSeries(writer, ref cursor))
            {
                written += await FlushAsync(writer, output, cancellationToken).ConfigureAwait(false);
            }

            writer.EndFamily();
            if (writer.ShouldPause)
            {
                written += await FlushAsync(writer, output, cancellationToken).ConfigureAwait(false);
            }
        }

        writer.End();
        return written + await FlushAsync(writer, output, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes into a buffer, which takes whatever comes.</summary>
    public static void Write(
        IReadOnlyList<IFamilySource> families,
        ExpositionFormat format,
        ExpositionOptions options,
        IBufferWriter<byte> output)
    {
        var writer = format.CreateWriter(output, options);
        for (var i = 0; i < families.Count; i++)
        {
            var family = families[i];
            if (!options.Includes(family.Descriptor))
            {
                continue;
            }

            writer.BeginFamily(family.Descriptor);
            var cursor = 0;
            while (!family.WriteSeries(writer, ref cursor))
            {
                writer.Commit();
            }

            writer.EndFamily();
        }

        writer.End();
        writer.Commit();
    }

    private static async ValueTask<int> FlushAsync(SampleWriter writer, PipeWriter output, CancellationToken cancellationToken)
    {
        var written = writer.Commit();
        var result = await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new OperationCanceledException("the reader of the exposition has gone");
        }

        return written;
    }
}
