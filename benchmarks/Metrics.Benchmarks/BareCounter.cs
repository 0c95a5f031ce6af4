using System.Runtime.CompilerServices;

namespace TypedMetrics.Benchmarks;

/// <summary>The floor: one interlocked increment behind the same signature, inlined and not.</summary>
public static class BareCounter
{
    private static long _cell;

    public static long Value => Interlocked.Read(ref _cell);

    public static void Inlined(HttpVerb method, Endpoint endpoint, Outcome outcome) =>
        Interlocked.Increment(ref _cell);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Called(HttpVerb method, Endpoint endpoint, Outcome outcome) =>
        Interlocked.Increment(ref _cell);
}
