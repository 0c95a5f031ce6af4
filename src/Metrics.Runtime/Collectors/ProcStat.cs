namespace TypedMetrics.Collectors;

/// <summary>What of <c>/proc/self/stat</c> is of interest.</summary>
/// <param name="CpuTicks">User and system time, fields 14 and 15.</param>
/// <param name="Threads">Field 20.</param>
/// <param name="StartTicks">The start after the machine's, field 22.</param>
/// <param name="VirtualBytes">Field 23.</param>
/// <param name="ResidentPages">Field 24.</param>
internal readonly record struct ProcStat(long CpuTicks, long Threads, long StartTicks, long VirtualBytes, long ResidentPages);
