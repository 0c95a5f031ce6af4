using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using TypedMetrics.Exposition;

namespace TypedMetrics.Benchmarks;

/// <summary>The metrics of a scrape of many series.</summary>
public partial class ManySeriesMetrics
{
    [Counter("bench_calls_total", "Calls.", MaxSeries = 200_000, SeriesBudget = 200_000)]
    public partial Counter Calls(HttpVerb method, [InRange(0, 99)] int shard, [InRange(100, 199)] int status);
}

/// <summary>
/// A scrape of 100,000 counter series with three labels as text. OpenTelemetry only collects: its time is without any
/// formatting.
/// </summary>
[MemoryDiagnoser]
public class ScrapeBenchmarks
{
    private const int Series = 100_000;

    private readonly CollectorRegistry _registry = new() { SelfMetrics = false };
    private readonly CollectorRegistry _shuffled = new() { SelfMetrics = false };
    private readonly DiscardingWriter _output = new();
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private ManySeriesMetrics _metrics = null!;
    private ManySeriesMetrics _shuffledMetrics = null!;
    private HandWrittenScrape _handWritten = null!;
    private OpenTelemetryPeer _peer = null!;

    [GlobalSetup]
    public void Start()
    {
        _metrics = new ManySeriesMetrics(_registry);
        _peer = new OpenTelemetryPeer(Series + 10);
        var series = new List<string>(Series);
        for (var i = 0; i < Series; i++)
        {
            var (verb, shard, status) = ((HttpVerb)(i / 10_000), i / 100 % 100, 100 + (i % 100));
            _metrics.Calls(verb, shard, status).Inc(i % 1_000);
            _peer.Add(verb.ToString(), shard.ToString(CultureInfo.InvariantCulture), status.ToString(CultureInfo.InvariantCulture));
            series.Add(FormattableString.Invariant(
                $"bench_calls_total{{method=\"{verb}\",shard=\"{shard}\",status=\"{status}\"}} "));
        }

        var order = Enumerable.Range(0, Series).ToArray();
        new Random(1).Shuffle(order);
        _shuffledMetrics = new ManySeriesMetrics(_shuffled);
        foreach (var i in order)
        {
            _shuffledMetrics.Calls((HttpVerb)(i / 10_000), i / 100 % 100, 100 + (i % 100)).Inc(i % 1_000);
        }

        _handWritten = new HandWrittenScrape(series);
        _registry.Write(_bytes, ExpositionFormat.PrometheusText);
    }

    [GlobalCleanup]
    public void Stop()
    {
        _metrics.Dispose();
        _shuffledMetrics.Dispose();
        _peer.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Series, Description = "hand-written loop: copy bytes, format a long")]
    public void HandWritten() => _handWritten.Write(_output);

    [Benchmark(OperationsPerInvoke = Series, Description = "TypedMetrics, text 0.0.4")]
    public void Text() => _registry.Write(_output, ExpositionFormat.PrometheusText);

    [Benchmark(OperationsPerInvoke = Series, Description = "TypedMetrics, OpenMetrics 1.0.0")]
    public void OpenMetrics() => _registry.Write(_output, ExpositionFormat.OpenMetrics);

    [Benchmark(OperationsPerInvoke = Series, Description = "TypedMetrics, text 0.0.4, series touched in random order")]
    public void Shuffled() => _shuffled.Write(_output, ExpositionFormat.PrometheusText);

    [Benchmark(OperationsPerInvoke = Series, Description = "gzip alone, of the bytes of the text")]
    public void Gzip()
    {
        using var gzip = new GZipStream(Stream.Null, CompressionLevel.Fastest);
        gzip.Write(_bytes.WrittenSpan);
    }

    [Benchmark(OperationsPerInvoke = Series, Description = "TypedMetrics, text 0.0.4 through gzip")]
    public async Task TextGzip()
    {
        await using var gzip = new GZipStream(Stream.Null, CompressionLevel.Fastest);
        await _registry.WriteAsync(gzip, ExpositionFormat.PrometheusText).ConfigureAwait(false);
    }

    [Benchmark(OperationsPerInvoke = Series, Description = "OpenTelemetry 1.20.1, collection without formatting")]
    public long OpenTelemetry() => _peer.Collect();
}
