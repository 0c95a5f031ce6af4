using System.Globalization;
using BenchmarkDotNet.Attributes;
using TypedMetrics.Exposition;

namespace TypedMetrics.Benchmarks;

/// <summary>The histograms of a scrape of many series.</summary>
public partial class ManyHistograms
{
    [Histogram("bench_latency_seconds", "Latency.", Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], MaxSeries = 20_000, SeriesBudget = 200_000)]
    public partial Histogram Latency([InRange(0, 99)] int shard, [InRange(100, 199)] int status);
}

/// <summary>A scrape of 10,000 histograms of eleven buckets with two labels as text.</summary>
[MemoryDiagnoser]
public class HistogramScrapeBenchmarks
{
    private const int Series = 10_000;

    private readonly CollectorRegistry _registry = new() { SelfMetrics = false };
    private readonly DiscardingWriter _output = new();
    private ManyHistograms _metrics = null!;
    private HandWrittenHistograms _handWritten = null!;

    [GlobalSetup]
    public void Start()
    {
        _metrics = new ManyHistograms(_registry);
        var labels = new List<string>(Series);
        var sum = 0.0;
        for (var i = 0; i < Series; i++)
        {
            sum = 0;
            var latency = _metrics.Latency(i / 100, 100 + (i % 100));
            for (var observation = 0; observation < 77; observation++)
            {
                latency.Observe(observation * 0.07);
                sum += observation * 0.07;
            }

            labels.Add(string.Create(CultureInfo.InvariantCulture, $"shard=\"{i / 100}\",status=\"{100 + (i % 100)}\""));
        }

        string[] bounds = ["0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "+Inf"];
        _handWritten = new HandWrittenHistograms("bench_latency_seconds", labels, bounds, [1, 1, 1, 1, 2, 4, 8, 15, 36, 72, 77], sum);
    }

    [GlobalCleanup]
    public void Stop() => _metrics.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Series, Description = "hand-written loop: copy bytes, format counts and sum")]
    public void HandWritten() => _handWritten.Write(_output);

    [Benchmark(OperationsPerInvoke = Series, Description = "TypedMetrics, text 0.0.4")]
    public void Text() => _registry.Write(_output, ExpositionFormat.PrometheusText);

    [Benchmark(OperationsPerInvoke = Series, Description = "TypedMetrics, OpenMetrics 1.0.0")]
    public void OpenMetrics() => _registry.Write(_output, ExpositionFormat.OpenMetrics);
}
