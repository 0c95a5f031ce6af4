using BenchmarkDotNet.Attributes;

namespace TypedMetrics.Benchmarks;

/// <summary>
/// The increments of <see cref="CounterBenchmarks"/> with some arithmetic between them, as in a program that does
/// something besides counting: tight loops flatter designs that lean on what stays in registers.
/// </summary>
public class CounterWithWorkBenchmarks
{
    private const int Operations = 2_000_000;
    private const int Texts = 64;

    private readonly Action _work;
    private readonly Action _bare;
    private readonly Action _typed;
    private readonly Action _text;
    private readonly Action _copy;
    private readonly Action _openLabel;
    private readonly Action _openTelemetry;
    private readonly OpenTelemetryPeer _peer = new();
    private WorkerThreads _workers = null!;
    private volatile HttpVerb _method;
    private volatile Endpoint _endpoint;
    private volatile Outcome _outcome;
    private static readonly string[] Kept = TenantTexts.Kept;
    private readonly string[] _copies = [.. Enumerable.Range(0, Texts).Select(i => $"tenant-{i}")];
    private readonly Tenant[] _tenants = [.. Enumerable.Range(0, Texts).Select(i => Tenant.Of($"tenant-{i}"))];
    private int _operations = Operations;
    private ulong _sink;

    public CounterWithWorkBenchmarks()
    {
        _work = () => Loop(static (_, _) => { });
        _bare = () => Loop(static (b, _) => BareCounter.Called(b._method, b._endpoint, b._outcome));
        _typed = () => Loop(static (b, _) => BenchmarkMetrics.Requests(b._method, b._endpoint, b._outcome).Inc());
        _text = () => Loop(static (b, i) => BenchmarkMetrics.TenantEndpointRequests(Kept[i & (Texts - 1)], b._endpoint, b._outcome).Inc());
        _copy = () => Loop(static (b, i) => BenchmarkMetrics.TenantEndpointRequests(b._copies[i & (Texts - 1)], b._endpoint, b._outcome).Inc());
        _openLabel = () => Loop(static (b, i) => BenchmarkMetrics.TypedTenantRequests(b._tenants[i & (Texts - 1)], b._outcome).Inc());
        _openTelemetry = () => Loop(static (b, _) => b._peer.Add("GET", "cart", "not_found"));
    }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _method = HttpVerb.Get;
        _endpoint = Endpoint.Cart;
        _outcome = Outcome.NotFound;
        foreach (var text in Kept)
        {
            BenchmarkMetrics.TenantEndpointRequests(text, _endpoint, _outcome).Inc();
        }

        _operations = Texts;
        WarmCode.Run(_work, _bare, _typed, _text, _copy, _openLabel, _openTelemetry);
        _operations = Operations;
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

    [Benchmark(OperationsPerInvoke = Operations, Description = "work + TypedMetrics, 64 strings, the interned instances, two enums")]
    public void Text() => _workers.Run(_text);

    [Benchmark(OperationsPerInvoke = Operations, Description = "work + TypedMetrics, 64 strings, equal copies, two enums")]
    public void Copy() => _workers.Run(_copy);

    [Benchmark(OperationsPerInvoke = Operations, Description = "work + TypedMetrics, 64 [OpenLabel] values, one enum")]
    public void OpenLabel() => _workers.Run(_openLabel);

    [Benchmark(OperationsPerInvoke = Operations, Description = "work + OpenTelemetry 1.20.1, three tags")]
    public void OpenTelemetry() => _workers.Run(_openTelemetry);

    /// <summary>About ten nanoseconds of dependent multiplications, then one call that is not inlined.</summary>
    private void Loop(Action<CounterWithWorkBenchmarks, int> update)
    {
        var state = 0x9E3779B97F4A7C15UL;
        var operations = _operations;
        for (var i = 0; i < operations; i++)
        {
            for (var step = 0; step < 10; step++)
            {
                state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            }

            update(this, i);
        }

        _sink = state;
        GC.KeepAlive(_sink);
    }
}
