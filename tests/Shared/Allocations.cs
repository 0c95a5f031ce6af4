namespace TypedMetrics.Tests;

/// <summary>What code allocates once it is warm.</summary>
internal static class Allocations
{
    /// <summary>
    /// The least that one of several runs allocates on this thread. The runtime itself may allocate while it compiles a
    /// method anew; code that allocates does so in each run.
    /// </summary>
    public static long LeastOf(int runs, Action action)
    {
        var least = long.MaxValue;
        for (var run = 0; run < runs && least > 0; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
