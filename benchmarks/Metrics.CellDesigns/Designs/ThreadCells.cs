using System.Runtime.CompilerServices;

namespace TypedMetrics.CellDesigns.Designs;

/// <summary>
/// Cells of each thread's own, added to without interlocked operations. Nothing tells that a thread has ended but that its
/// thread-static values become garbage; then a finalizer folds its cells into the common ones.
/// </summary>
internal static unsafe class ThreadCells
{
    private static readonly List<long[]> Living = [];
    private static readonly long[] Ended = new long[SeriesIndex.Count];

    /// <summary>How many threads have cells of their own.</summary>
    public static int Threads
    {
        get
        {
            lock (Living)
            {
                return Living.Count;
            }
        }
    }

    /// <summary>What that many series take for one thread.</summary>
    public static int Bytes(int series) => series * sizeof(long);

    public static void Increment(int method, int endpoint, int outcome)
    {
        var index = SeriesIndex.Of(method, endpoint, outcome);
        var cells = Own.Cells;
        ((long*)(cells != 0 ? cells : Begin()))[index]++;
    }

    /// <summary>The sum of all series.</summary>
    public static double Read()
    {
        lock (Living)
        {
            var sum = Ended.Sum();
            foreach (var cells in Living)
            {
                foreach (ref var cell in cells.AsSpan())
                {
                    sum += Volatile.Read(ref cell);
                }
            }

            return sum;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nint Begin()
    {
        // Several threads' cells must not share a line: an array has its header before it, and room for a line behind.
        var cells = Lines.Allocate(Bytes(SeriesIndex.Count));
        lock (Living)
        {
            Living.Add(cells);
        }

        Owner.OfThisThread = new Owner(cells);
        return Own.Cells = First(cells);
    }

    private static void End(long[] cells)
    {
        lock (Living)
        {
            Living.Remove(cells);
            var first = (long*)First(cells);
            for (var index = 0; index < SeriesIndex.Count; index++)
            {
                Ended[index] += first[index];
            }
        }
    }

    private static nint First(long[] cells) => ((nint)Unsafe.AsPointer(ref cells[0]) + Lines.Size - 1) & -Lines.Size;

    // A single number in a class of its own is what the runtime finds fastest.
    private static class Own
    {
        [ThreadStatic]
        public static nint Cells;
    }

    private sealed class Owner(long[] cells)
    {
        [ThreadStatic]
        public static Owner? OfThisThread;

        ~Owner() => End(cells);
    }
}
