using System.Runtime;
using System.Runtime.InteropServices;

namespace TypedMetrics.Collectors;

/// <summary>Reads the state of the .NET runtime from its own counters; no event stream is opened. Safe for any thread.</summary>
internal static class DotNetRuntime
{
    /// <summary>The number of generations that a collection can end with.</summary>
    public const int CollectedGenerations = 3;

    private static readonly string Architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static readonly string OperatingSystemName =
        OperatingSystem.IsLinux() ? "linux"
            : OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "macos"
            : OperatingSystem.IsFreeBSD() ? "freebsd"
            : "other";

    /// <summary>Reads the state.</summary>
    public static DotNetState Read()
    {
        var memory = GC.GetGCMemoryInfo(GCKind.Any);
        return new DotNetState
        {
            Version = Environment.Version.ToString(),
            Framework = AppContext.TargetFrameworkName ?? "",
            OperatingSystem = OperatingSystemName,
            Architecture = Architecture,
            Collections = Collections(),
            PauseSeconds = GC.GetTotalPauseDuration().TotalSeconds,
            AllocatedBytes = GC.GetTotalAllocatedBytes(),
            LastCollection = LastCollection(memory),
            MemoryLimitBytes = memory.TotalAvailableMemoryBytes,
            PoolThreads = ThreadPool.ThreadCount,
            PoolQueueLength = ThreadPool.PendingWorkItemCount,
            PoolCompletedItems = ThreadPool.CompletedWorkItemCount,
            LockContentions = Monitor.LockContentionCount,
            Exceptions = ThrownExceptions.Count,
            JitMethods = JitInfo.GetCompiledMethodCount(),
            JitBytes = JitInfo.GetCompiledILBytes(),
            JitSeconds = JitInfo.GetCompilationTime().TotalSeconds,
            Timers = Timer.ActiveCount,
            Assemblies = AppDomain.CurrentDomain.GetAssemblies().Length,
            Processors = Environment.ProcessorCount,
        };
    }

    // The runtime counts a collection for each generation that it went through. One that ends between two reads would show
    // in one generation and be taken back at the next scrape, so all are read again then.
    private static long[] Collections()
    {
        var collections = new long[CollectedGenerations];
        int all;
        do
        {
            all = GC.CollectionCount(0);
            var older = 0;
            for (var generation = CollectedGenerations - 1; generation >= 0; generation--)
            {
                var through = GC.CollectionCount(generation);
                collections[generation] = through - older;
                older = through;
            }
        }
        while (all != GC.CollectionCount(0));

        return collections;
    }

    private static GarbageCollectionState? LastCollection(GCMemoryInfo memory)
    {
        if (memory.Index == 0)
        {
            return null;
        }

        var generations = memory.GenerationInfo;
        var heap = new long[generations.Length];
        var fragmented = new long[generations.Length];
        for (var i = 0; i < generations.Length; i++)
        {
            heap[i] = generations[i].SizeAfterBytes;
            fragmented[i] = generations[i].FragmentationAfterBytes;
        }

        return new GarbageCollectionState(memory.TotalCommittedBytes, heap, fragmented);
    }
}
