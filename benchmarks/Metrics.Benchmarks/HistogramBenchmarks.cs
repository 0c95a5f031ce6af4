using BenchmarkDotNet.Attributes;

namespace TypedMetrics.Benchmarks;

/// <summary>
/// One observation of one series, of a histogram with 11 buckets and one label or of a summary, on one thread and on two at
/// once. Each figure is the time that one thread takes for one observation.
/// </summary>
[MemoryDiagnoser]
public class HistogramBenchmarks
{
    private const int Operations = 2_000_000;
    private static readonly double[] Values = [0.003, 0.02, 0.07, 0.2, 0.4, 0.9, 2, 7];

    private readonly Action _bare;
    private readonly Action _bareOwn;
    private readonly Action _barePair;
    private readonly Action _workOwn;
    private readonly Action _wideWorkOwn;
    private readonly Action _typed;
    private readonly Action _typedEach;
    private readonly Action _summary;
    private readonly Action _openTelemetry;
    private readonly OpenTelemetryPeer _peer = new();
    private WorkerThreads _workers = null!;
    private volatile Endpoint _endpoint;
    private readonly BareCells[] _cells = new BareCells[4];
    private int _operations = Operations;
    private int _turns;
    private ulong _sink;

    public HistogramBenchmarks()
    {
        _bare = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BareCounter.Inlined(HttpVerb.Get, _endpoint, Outcome.Ok);
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
        _barePair = () =>
        {
            var thread = Turn();
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BareCounter.OwnPair(_cells, thread, Values[i & 7]);
            }
        };
        _workOwn = () =>
        {
            var state = (ulong)Environment.CurrentManagedThreadId;
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            }

            _sink = state;
            GC.KeepAlive(_sink);
        };
        _wideWorkOwn = () =>
        {
            var (a, b, c, d) = ((ulong)Environment.CurrentManagedThreadId, 1UL, 2UL, 3UL);
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                a = (a ^ (a >> 7)) + (ulong)i;
                b = (b ^ (b << 9)) + (ulong)i;
                c = (c ^ (c >> 5)) - (ulong)i;
                d = (d ^ (d << 3)) - (ulong)i;
            }

            _sink = a ^ b ^ c ^ d;
            GC.KeepAlive(_sink);
        };
        _typed = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BenchmarkMetrics.Duration(_endpoint).Observe(Values[i & 7]);
            }
        };
        _typedEach = () =>
        {
            var endpoint = (Endpoint)Turn();
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BenchmarkMetrics.Duration(endpoint).Observe(Values[i & 7]);
            }
        };
        _summary = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BenchmarkMetrics.Answer.Observe(Values[i & 7]);
            }
        };
        _openTelemetry = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                _peer.Record(Values[i & 7], "cart");
            }
        };
    }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _endpoint = Endpoint.Cart;
        _operations = Values.Length;
        WarmCode.Run(_bare, _bareOwn, _barePair, _workOwn, _wideWorkOwn, _typed, _typedEach, _summary, _openTelemetry);
        _operations = Operations;
        _workers = new WorkerThreads(Threads);
    }

    [GlobalCleanup]
    public void Stop()
    {
        _workers.Dispose();
        _peer.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations, Description = "bare Interlocked.Increment")]
    public void Bare() => _workers.Run(_bare);

    [Benchmark(OperationsPerInvoke = Operations, Description = "one multiplication and one addition, nothing shared")]
    public void WorkOwn() => _workers.Run(_workOwn);

    [Benchmark(OperationsPerInvoke = Operations, Description = "twelve operations in four independent chains, nothing shared")]
    public void WideWorkOwn() => _workers.Run(_wideWorkOwn);

    [Benchmark(OperationsPerInvoke = Operations, Description = "bare Interlocked.Increment, a cell for each thread")]
    public void BareOwn() => _workers.Run(_bareOwn);

    [Benchmark(OperationsPerInvoke = Operations, Description = "bare increment and compare-exchange of a double, cells for each thread")]
    public void BarePair() => _workers.Run(_barePair);

    [Benchmark(OperationsPerInvoke = Operations, Description = "TypedMetrics, 11 buckets, one enum")]
    public void Typed() => _workers.Run(_typed);

    [Benchmark(OperationsPerInvoke = Operations, Description = "TypedMetrics, 11 buckets, a series for each thread")]
    public void TypedEach() => _workers.Run(_typedEach);

    [Benchmark(OperationsPerInvoke = Operations, Description = "TypedMetrics, summary with three quantiles")]
    public void Summary() => _workers.Run(_summary);

    [Benchmark(OperationsPerInvoke = Operations, Description = "OpenTelemetry 1.20.1, 11 buckets, one tag")]
    public void OpenTelemetry() => _workers.Run(_openTelemetry);

    // Two threads that begin at once get different numbers.
    private int Turn() => Interlocked.Increment(ref _turns) & 1;
}
