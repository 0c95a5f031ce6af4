namespace TypedMetrics.Collectors;

/// <summary>What a platform tells of a process; <see langword="null"/> where it does not.</summary>
internal readonly record struct ProcessState
{
    /// <summary>User and system time, in seconds.</summary>
    public double? CpuSeconds { get; init; }

    /// <summary>Physical memory in use, in bytes.</summary>
    public double? ResidentBytes { get; init; }

    /// <summary>Address space in use, in bytes.</summary>
    public double? VirtualBytes { get; init; }

    /// <summary>Open file descriptors; handles on Windows.</summary>
    public double? OpenFiles { get; init; }

    /// <summary>How many may be open; infinite where there is no limit.</summary>
    public double? MaxOpenFiles { get; init; }

    /// <summary>The start, in Unix seconds.</summary>
    public double? StartSeconds { get; init; }

    /// <summary>Threads of the operating system.</summary>
    public double? Threads { get; init; }
}
