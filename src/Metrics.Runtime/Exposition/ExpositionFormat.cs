using System.Buffers;
using TypedMetrics.Exposition;

namespace TypedMetrics;

/// <summary>A format that a registry can be written in. Immutable; safe for any thread.</summary>
public sealed class ExpositionFormat
{
    private readonly Func<IBufferWriter<byte>, ExpositionOptions, SampleWriter> _createWriter;

    private ExpositionFormat(
        string name,
        string contentType,
        Func<IBufferWriter<byte>, ExpositionOptions, SampleWriter> createWriter)
    {
        Name = name;
        ContentType = contentType;
        _createWriter = createWriter;
    }

    /// <summary>Prometheus' text format 0.0.4, which everything reads.</summary>
    public static ExpositionFormat PrometheusText { get; } = new(
        "Prometheus text 0.0.4",
        "text/plain; version=0.0.4; charset=utf-8",
        static (output, _) => new PrometheusTextWriter(output));

    /// <summary>OpenMetrics 1.0.0, which has units and, if asked for, the birth of each series.</summary>
    public static ExpositionFormat OpenMetrics { get; } = new(
        "OpenMetrics 1.0.0",
        "application/openmetrics-text; version=1.0.0; charset=utf-8",
        static (output, options) => new OpenMetricsWriter(output, options.Created));

    /// <summary>The format's name, for people.</summary>
    public string Name { get; }

    /// <summary>The Content-Type of a response in this format, where the request names no other version of it.</summary>
    public string ContentType { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Makes a writer for one scrape.</summary>
    internal SampleWriter CreateWriter(IBufferWriter<byte> output, ExpositionOptions options) =>
        _createWriter(output, options);
}
