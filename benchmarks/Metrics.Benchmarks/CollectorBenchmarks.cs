using System.Diagnostics.Metrics;
using BenchmarkDotNet.Attributes;
using TypedMetrics.Exposition;

namespace TypedMetrics.Benchmarks;

/// <summary>
/// What a scrape pays for the metrics of the runtime and of the process, formatted, beside the runtime's own meter read by a
/// listener that formats nothing.
/// </summary>
[MemoryDiagnoser]
public class CollectorBenchmarks
{
    private readonly CollectorRegistry _dotNet = new() { SelfMetrics = false, DotNetMetrics = true };
    private readonly CollectorRegistry _process = new() { SelfMetrics = false, ProcessMetrics = true };
    private readonly DiscardingWriter _output = new();
    private readonly MeterListener _listener = new();
    private double _seen;

    [GlobalSetup]
    public void Start()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "System.Runtime")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((_, value, _, _) => _seen += value);
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => _seen += value);
        _listener.SetMeasurementEventCallback<double>((_, value, _, _) => _seen += value);
        _listener.Start();
    }

    [GlobalCleanup]
    public void Stop() => _listener.Dispose();

    [Benchmark(Baseline = true, Description = "System.Runtime meter, read by a listener")]
    public void Meter() => _listener.RecordObservableInstruments();

    [Benchmark(Description = "dotnet_ metrics, scraped as text")]
    public void DotNet() => _dotNet.Write(_output, ExpositionFormat.PrometheusText);

    [Benchmark(Description = "process_ metrics, scraped as text")]
    public void Process() => _process.Write(_output, ExpositionFormat.PrometheusText);
}
