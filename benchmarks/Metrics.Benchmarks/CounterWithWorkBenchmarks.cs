using BenchmarkDotNet.Attributes;

namespace TypedMetrics.Benchmarks;

/// <summary>
/// The increments of <see cref="CounterBenchmarks"/> with some arithmetic between them, as in a program that does
/// something besides counting: tight loops flatter designs that lean on what stays in registers.
/// </summary>
public class CounterWithWorkBenchmarks
{
    private const int Operations = 2_000_000;

    private readonly Action _work;
    private readonly Action _bare;
    private readonly Action _typed;
    private readonly Action _openTelemetry;
    private readonly OpenTelemetryPeer _peer = new();
    private WorkerThreads _workers = null!;
    private volatile HttpVerb _method;
    private volatile Endpoint _endpoint;
    private volatile Outcome _outcome;
    private ulong _sink;

    public CounterWithWorkBenchmarks()
    {
        _work = () => Loop(static _ => { });
        _bare = () => Loop(static b => BareCounter.Called(b._method, b._endpoint, b._outcome));
        _typed = () => Loop(static b => BenchmarkMetrics.Requests(b._method, b._endpoint, b._outcome).Inc());
        _openTelemetry = () => Loop(static b => b._peer.Add("GET", "cart", "not_found"));
    }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _method = HttpVerb.Get;
        _endpoint = Endpoint.Cart;
        _outcome = Outcome.NotFound;
        _workers = new WorkerThreads(Threads);
    }

    [GlobalCleanup]
    public void Stop()
    {
        _workers.Dispose();
        _peer.Dispose();
    }

    [Benchmark(OperationsPerInvoke = Operations, Description = "the work alone")]
    public void Work() => _workers.Run(_work);

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations, Description = "work + bare Interlocked.Increment")]
    public void Bare() => _workers.Run(_bare);

    [Benchmark(OperationsPerInvoke = Operations, Description = "work + TypedMetrics, three enums")]
    public void Typed() => _workers.Run(_typed);

    [Benchmark(OperationsPerInvoke = Operations, Description = "work + OpenTelemetry 1.20.1, three tags")]
    public void OpenTelemetry() => _workers.Run(_openTelemetry);

    /// <summary>About ten nanoseconds of dependent multiplications, then one call that is not inlined.</summary>
    private void Loop(Action<CounterWithWorkBenchmarks> update)
    {
        var state = 0x9E3779B97F4A7C15UL;
        for (var i = 0; i < Operations; i++)
        {
            for (var step = 0; step < 10; step++)
            {
                state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            }

            update(this);
        }

        _sink = state;
        GC.KeepAlive(_sink);
    }
}
