using BenchmarkDotNet.Attributes;

namespace TypedMetrics.Benchmarks;

/// <summary>
/// One increment through an open string, rotating over 64 values, and two enums, beside a bare increment that reads the same
/// strings; and through a value of an open label's type.
/// </summary>
[MemoryDiagnoser]
public class OpenTextBenchmarks
{
    private const int Operations = 2_000_000;
    private const int Texts = 64;

    private static readonly string[] Kept = TenantTexts.Kept;
    private readonly string[] _copies = [.. Enumerable.Range(0, Texts).Select(i => $"tenant-{i}")];
    private readonly Tenant[] _tenants = [.. Enumerable.Range(0, Texts).Select(i => Tenant.Of($"tenant-{i}"))];
    private readonly Action _bare;
    private readonly Action _same;
    private readonly Action _equal;
    private readonly Action _span;
    private readonly Action _openLabel;
    private WorkerThreads _workers = null!;
    private volatile Endpoint _endpoint;
    private volatile Outcome _outcome;
    private int _operations = Operations;

    public OpenTextBenchmarks()
    {
        _bare = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                GC.KeepAlive(Kept[i & (Texts - 1)]);
                BareCounter.Inlined(HttpVerb.Get, _endpoint, _outcome);
            }
        };
        _same = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BenchmarkMetrics.TenantEndpointRequests(Kept[i & (Texts - 1)], _endpoint, _outcome).Inc();
            }
        };
        _equal = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BenchmarkMetrics.TenantEndpointRequests(_copies[i & (Texts - 1)], _endpoint, _outcome).Inc();
            }
        };
        _span = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BenchmarkMetrics.TenantSpanRequests(_copies[i & (Texts - 1)].AsSpan(), _endpoint, _outcome).Inc();
            }
        };
        _openLabel = () =>
        {
            var operations = _operations;
            for (var i = 0; i < operations; i++)
            {
                BenchmarkMetrics.TypedTenantRequests(_tenants[i & (Texts - 1)], _outcome).Inc();
            }
        };
    }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _endpoint = Endpoint.Cart;
        _outcome = Outcome.NotFound;
        foreach (var text in Kept)
        {
            BenchmarkMetrics.TenantEndpointRequests(text, _endpoint, _outcome).Inc();
            BenchmarkMetrics.TenantSpanRequests(text, _endpoint, _outcome).Inc();
        }

        _operations = Texts;
        WarmCode.Run(_bare, _same, _equal, _span, _openLabel);
        _operations = Operations;
        _workers = new WorkerThreads(Threads);
    }

    [GlobalCleanup]
    public void Stop() => _workers.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations, Description = "bare Interlocked.Increment")]
    public void Bare() => _workers.Run(_bare);

    [Benchmark(OperationsPerInvoke = Operations, Description = "64 strings, the interned instances")]
    public void Same() => _workers.Run(_same);

    [Benchmark(OperationsPerInvoke = Operations, Description = "64 strings, equal copies")]
    public void Equal() => _workers.Run(_equal);

    [Benchmark(OperationsPerInvoke = Operations, Description = "64 spans")]
    public void Span() => _workers.Run(_span);

    [Benchmark(OperationsPerInvoke = Operations, Description = "64 [OpenLabel] values")]
    public void OpenLabel() => _workers.Run(_openLabel);
}
