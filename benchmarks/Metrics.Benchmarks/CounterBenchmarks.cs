using BenchmarkDotNet.Attributes;

namespace TypedMetrics.Benchmarks;

/// <summary>
/// One increment of one series through three labels, on one thread and on two at once. Each figure is the time that one
/// thread takes for one increment.
/// </summary>
[MemoryDiagnoser]
public class CounterBenchmarks
{
    private const int Operations = 2_000_000;

    private readonly Action _bareInlined;
    private readonly Action _bareCalled;
    private readonly Action _bareOwn;
    private readonly Action _typed;
    private readonly Action _typedKept;
    private readonly Action _typedString;
    private readonly Action _typedOpenLabel;
    private readonly Action _listener;
    private readonly Action _openTelemetry;
    private readonly OpenTelemetryPeer _peer = new();
    private readonly ListenerPeer _listenerPeer = new();
    private WorkerThreads _workers = null!;
    private volatile HttpVerb _method;
    private volatile Endpoint _endpoint;
    private volatile Outcome _outcome;
    private volatile string _tenant = null!;
    private readonly BareCells[] _cells = new BareCells[4];
    private int _operations = Operations;
    private int _turns;

    public CounterBenchmarks()
    {
        _bareInlined = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BareCounter.Inlined(_method, _endpoint, _outcome);
            }
        };
        _bareCalled = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BareCounter.Called(_method, _endpoint, _outcome);
            }
        };
        _bareOwn = () =>
        {
            var thread = Turn();
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BareCounter.Own(_cells, thread);
            }
        };
        _typed = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BenchmarkMetrics.Requests(_method, _endpoint, _outcome).Inc();
            }
        };
        _typedKept = () =>
        {
            var counter = BenchmarkMetrics.Requests(_method, _endpoint, _outcome);
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                counter.Inc();
            }
        };
        _typedString = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BenchmarkMetrics.TenantRequests(_tenant, _outcome).Inc();
            }
        };
        var openLabel = Tenant.Of("tenant-7");
        _typedOpenLabel = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BenchmarkMetrics.TypedTenantRequests(openLabel, _outcome).Inc();
            }
        };
        _listener = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                _listenerPeer.Add("GET", "cart", "not_found");
            }
        };
        _openTelemetry = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                _peer.Add("GET", "cart", "not_found");
            }
        };
    }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _method = HttpVerb.Get;
        _endpoint = Endpoint.Cart;
        _outcome = Outcome.NotFound;
        _tenant = "tenant-7";
        _operations = 1;
        WarmCode.Run(_bareInlined, _bareCalled, _bareOwn, _typed, _typedKept, _typedString, _typedOpenLabel, _listener, _openTelemetry);
        _operations = Operations;
        _workers = new WorkerThreads(Threads);
    }

    [GlobalCleanup]
    public void Stop()
    {
        _workers.Dispose();
        _peer.Dispose();
        _listenerPeer.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations, Description = "bare Interlocked.Increment, inlined")]
    public void BareInlined() => _workers.Run(_bareInlined);

    [Benchmark(OperationsPerInvoke = Operations, Description = "bare Interlocked.Increment, called")]
    public void BareCalled() => _workers.Run(_bareCalled);

    [Benchmark(OperationsPerInvoke = Operations, Description = "bare Interlocked.Increment, a cell for each thread")]
    public void BareOwn() => _workers.Run(_bareOwn);

    [Benchmark(OperationsPerInvoke = Operations, Description = "TypedMetrics, three enums")]
    public void Typed() => _workers.Run(_typed);

    [Benchmark(OperationsPerInvoke = Operations, Description = "TypedMetrics, kept instrument")]
    public void TypedKept() => _workers.Run(_typedKept);

    [Benchmark(OperationsPerInvoke = Operations, Description = "TypedMetrics, open string and enum")]
    public void TypedString() => _workers.Run(_typedString);

    [Benchmark(OperationsPerInvoke = Operations, Description = "TypedMetrics, [OpenLabel] value and enum")]
    public void TypedOpenLabel() => _workers.Run(_typedOpenLabel);

    [Benchmark(OperationsPerInvoke = Operations, Description = "System.Diagnostics.Metrics, listener, three tags")]
    public void Listener() => _workers.Run(_listener);

    [Benchmark(OperationsPerInvoke = Operations, Description = "OpenTelemetry 1.20.1, three tags")]
    public void OpenTelemetry() => _workers.Run(_openTelemetry);

    // Two threads that begin at once get different numbers.
    private int Turn() => Interlocked.Increment(ref _turns) & 1;
}
