using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;

namespace TypedMetrics.Benchmarks;

/// <summary>
/// One increment of a counter through accessors with three labels of several kinds; each call behind a function pointer, so
/// that nothing of it leaves the loop.
/// </summary>
public unsafe class AccessorBenchmarks
{
    private const int Operations = 2_000_000;

    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE"];
    private static readonly string[] Routes = ["/api/orders", "/api/cart", "/api/checkout", "/api/cart"];
    private static readonly string[] Statuses = ["200", "404", "500", "200"];

    private volatile HttpVerb _method;
    private volatile Endpoint _endpoint;
    private volatile Outcome _outcome;
    private volatile Code _code;
    private int _operations = Operations;

    [GlobalSetup]
    public void Start()
    {
        _method = HttpVerb.Get;
        _endpoint = Endpoint.Cart;
        _outcome = Outcome.NotFound;
        _code = Code.Gone;
        _operations = Methods.Length;
        WarmCode.Run(Bare, Enums, Gaps, Fixed, Rotating);
        _operations = Operations;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations, Description = "bare Interlocked.Increment")]
    public void Bare()
    {
        delegate*<HttpVerb, Endpoint, Outcome, void> update = &BareCounter.Called;
        var operations = _operations;
        for (var i = 0; i < operations; i++)
        {
            update(_method, _endpoint, _outcome);
        }
    }

    [Benchmark(OperationsPerInvoke = Operations, Description = "three enums")]
    public void Enums()
    {
        delegate*<HttpVerb, Endpoint, Outcome, void> update = &Increment;
        var operations = _operations;
        for (var i = 0; i < operations; i++)
        {
            update(_method, _endpoint, _outcome);
        }
    }

    [Benchmark(OperationsPerInvoke = Operations, Description = "three enums with gaps")]
    public void Gaps()
    {
        delegate*<Code, Code, Code, void> update = &Increment;
        var operations = _operations;
        for (var i = 0; i < operations; i++)
        {
            update(_code, _code, _code);
        }
    }

    [Benchmark(OperationsPerInvoke = Operations, Description = "three [OneOf] strings, fixed")]
    public void Fixed()
    {
        delegate*<string, string, string, void> update = &Increment;
        var operations = _operations;
        for (var i = 0; i < operations; i++)
        {
            update(Methods[0], Routes[1], Statuses[1]);
        }
    }

    [Benchmark(OperationsPerInvoke = Operations, Description = "three [OneOf] strings, rotating")]
    public void Rotating()
    {
        delegate*<string, string, string, void> update = &Increment;
        var operations = _operations;
        for (var i = 0; i < operations; i++)
        {
            update(Methods[i & 3], Routes[(i >> 1) & 3], Statuses[(i >> 2) & 3]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Increment(HttpVerb method, Endpoint endpoint, Outcome outcome) =>
        BenchmarkMetrics.Requests(method, endpoint, outcome).Inc();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Increment(Code first, Code second, Code third) => BenchmarkMetrics.Codes(first, second, third).Inc();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Increment(string method, string route, string status) =>
        BenchmarkMetrics.Answers(method, route, status).Inc();
}
