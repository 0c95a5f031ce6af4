using System.Diagnostics.Metrics;

namespace TypedMetrics.Benchmarks;

/// <summary>System.Diagnostics.Metrics alone, with a listener that adds to one number: no series at all.</summary>
public sealed class ListenerPeer : IDisposable
{
    private readonly Meter _meter = new("bench.listener");
    private readonly MeterListener _listener = new();
    private readonly Counter<long> _requests;
    private long _sum;

    public ListenerPeer()
    {
        _requests = _meter.CreateCounter<long>("bench_requests_total");
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref _sum, value));
        _listener.EnableMeasurementEvents(_requests);
    }

    public void Add(string method, string endpoint, string outcome) =>
        _requests.Add(
            1,
            new KeyValuePair<string, object?>("method", method),
            new KeyValuePair<string, object?>("endpoint", endpoint),
            new KeyValuePair<string, object?>("outcome", outcome));

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
    }
}
