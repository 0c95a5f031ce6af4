using System.Runtime.CompilerServices;

namespace TypedMetrics.Benchmarks;

/// <summary>The floor: one interlocked increment behind the same signature, inlined and not, and cells that no two threads share.</summary>
public static class BareCounter
{
    private static long _cell;

    public static long Value => Interlocked.Read(ref _cell);

    public static void Inlined(HttpVerb method, Endpoint endpoint, Outcome outcome) =>
        Interlocked.Increment(ref _cell);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Called(HttpVerb method, Endpoint endpoint, Outcome outcome) =>
        Interlocked.Increment(ref _cell);

    /// <summary>One interlocked increment of a cell that is this thread's, as its number says.</summary>
    public static void Own(BareCells[] cells, int thread) => Interlocked.Increment(ref cells[thread].Count);

    /// <summary>
    /// The least that an observation of a histogram is: an interlocked increment, and an addition to a double by an interlocked compare-exchange.
    /// </summary>
    public static void OwnPair(BareCells[] cells, int thread, double value)
    {
        ref var own = ref cells[thread];
        var sum = own.Sum;
        Interlocked.Increment(ref own.Count);
        while (Interlocked.CompareExchange(ref own.Sum, sum + value, sum) is var seen && seen != sum)
        {
            sum = seen;
        }
    }
}
