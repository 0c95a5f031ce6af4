using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace TypedMetrics.Benchmarks;

/// <summary>The same metrics on System.Diagnostics.Metrics, aggregated by OpenTelemetry and read on demand.</summary>
public sealed class OpenTelemetryPeer : IDisposable
{
    private readonly Meter _meter = new("bench");
    private readonly MeterProvider _provider;
    private readonly DiscardingExporter _exporter = new();

    public OpenTelemetryPeer(int maximumSeries = 2_000)
    {
        Requests = _meter.CreateCounter<long>("bench_requests_total");
        Duration = _meter.CreateHistogram<double>("bench_duration_seconds");
        _provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter("bench")
            .AddView("bench_requests_total", new MetricStreamConfiguration { CardinalityLimit = maximumSeries })
            .AddView("bench_duration_seconds", new ExplicitBucketHistogramConfiguration
            {
                Boundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
            })
            .AddReader(new BaseExportingMetricReader(_exporter))
            .Build();
    }

    public Counter<long> Requests { get; }

    public Histogram<double> Duration { get; }

    public void Add(string method, string endpoint, string outcome) =>
        Requests.Add(
            1,
            new KeyValuePair<string, object?>("method", method),
            new KeyValuePair<string, object?>("endpoint", endpoint),
            new KeyValuePair<string, object?>("outcome", outcome));

    public void Record(double seconds, string endpoint) =>
        Duration.Record(seconds, new KeyValuePair<string, object?>("endpoint", endpoint));

    /// <summary>Collects every series once; the exporter reads each point and formats nothing.</summary>
    /// <returns>The number of points seen since the start.</returns>
    public long Collect()
    {
        _provider.ForceFlush();
        return _exporter.Points;
    }

    public void Dispose()
    {
        _provider.Dispose();
        _meter.Dispose();
    }

    private sealed class DiscardingExporter : BaseExporter<Metric>
    {
        public long Points { get; private set; }

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    Points += metric.MetricType == OpenTelemetry.Metrics.MetricType.LongSum ? point.GetSumLong() & 1 : 1;
                }
            }

            return ExportResult.Success;
        }
    }
}
