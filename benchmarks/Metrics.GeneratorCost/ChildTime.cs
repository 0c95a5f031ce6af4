using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TypedMetrics.GeneratorCost;

/// <summary>Wall time, and on Linux the processor time of the processes that were started and have ended meanwhile.</summary>
internal static class ChildTime
{
    private const int Children = -1;

    public static void Measure(Func<string> action, Figures wall, Figures processor)
    {
        var before = OfChildren();
        var clock = Stopwatch.StartNew();
        _ = action();
        wall.Add(clock.Elapsed);
        processor.Add(OfChildren() - before);
    }

    private static unsafe TimeSpan OfChildren()
    {
        if (!OperatingSystem.IsLinux())
        {
            return TimeSpan.Zero;
        }

        // Two times of two words, of which the first is seconds, then fourteen words that are not looked at.
        var usage = stackalloc long[18];
        return getrusage(Children, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : TimeSpan.Zero;
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern unsafe int getrusage(int who, long* usage);
}
