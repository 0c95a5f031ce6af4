using BenchmarkDotNet.Attributes;
using TypedMetrics.CellDesigns.Designs;

namespace TypedMetrics.CellDesigns.Timing;

/// <summary>The main table: adding 1 in a tight loop; two threads add to one series. Each figure is processor time for one update.</summary>
public class UpdateBenchmarks
{
    private const int Updates = 2_000_000;

    private Crew _crew = null!;
    private int _first;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Start() => _crew = new Crew();

    [GlobalCleanup]
    public void Stop() => _crew.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Updates)]
    public void Bare() => Run(Design.Bare);

    [Benchmark(OperationsPerInvoke = Updates)]
    public void OneInterlocked() => Run(Design.OneInterlocked);

    [Benchmark(OperationsPerInvoke = Updates)]
    public void Processor() => Run(Design.Processor);

    [Benchmark(OperationsPerInvoke = Updates)]
    public void Adder() => Run(Design.Adder);

    [Benchmark(OperationsPerInvoke = Updates)]
    public void ThreadStatic() => Run(Design.ThreadStatic);

    [Benchmark(OperationsPerInvoke = Updates)]
    public void PerThread() => Run(Design.PerThread);

    [Benchmark(OperationsPerInvoke = Updates)]
    public void StackGolden() => Run(Design.StackGolden);

    [Benchmark(OperationsPerInvoke = Updates)]
    public void StackCircle() => Run(Design.StackCircle);

    private void Run(Design design) =>
        _crew.Run(() => UpdateLoop.Tight(design, Updates, Threads == 1 ? SeriesIndex.Count - 1 : 0), Threads, _first++);
}
