namespace TypedMetrics.Collectors;

/// <summary>What the .NET runtime tells of itself.</summary>
internal sealed record DotNetState
{
    /// <summary>The version of the runtime: <c>10.0.1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The framework that the program was built for: <c>.NETCoreApp,Version=v10.0</c>.</summary>
    public required string Framework { get; init; }

    /// <summary>The platform: <c>linux</c>, <c>windows</c>, <c>macos</c>, <c>freebsd</c> or <c>other</c>.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>The process' architecture: <c>x64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Collections that ended with generation 0, 1 and 2; each is in one of them.</summary>
    public required long[] Collections { get; init; }

    /// <summary>Time in which collections held up the program, in seconds.</summary>
    public required double PauseSeconds { get; init; }

    /// <summary>Bytes allocated on the managed heap.</summary>
    public required long AllocatedBytes { get; init; }

    /// <summary>What the last collection found; <see langword="null"/> before the first.</summary>
    public GarbageCollectionState? LastCollection { get; init; }

    /// <summary>Memory that the collector may use: the machine's, the container's or the configured limit.</summary>
    public required long MemoryLimitBytes { get; init; }

    /// <summary>Threads of the pool.</summary>
    public required int PoolThreads { get; init; }

    /// <summary>Work items that wait for a thread of the pool.</summary>
    public required long PoolQueueLength { get; init; }

    /// <summary>Work items that the pool has completed.</summary>
    public required long PoolCompletedItems { get; init; }

    /// <summary>How often a thread found a lock taken.</summary>
    public required long LockContentions { get; init; }

    /// <summary>Exceptions thrown.</summary>
    public required long Exceptions { get; init; }

    /// <summary>Methods compiled, each time that one was.</summary>
    public required long JitMethods { get; init; }

    /// <summary>Bytes of intermediate language compiled.</summary>
    public required long JitBytes { get; init; }

    /// <summary>Time spent compiling, in seconds.</summary>
    public required double JitSeconds { get; init; }

    /// <summary>Timers that will tick.</summary>
    public required long Timers { get; init; }

    /// <summary>Assemblies loaded.</summary>
    public required int Assemblies { get; init; }

    /// <summary>Processors that the program may use.</summary>
    public required int Processors { get; init; }
}
