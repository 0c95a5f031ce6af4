namespace TypedMetrics.Collectors;

/// <summary>
/// The standard metrics of a process, named as Prometheus asks client libraries to (prometheus.io, "Writing client
/// libraries", section "Process metrics"; hence <c>process_threads</c>). What the platform does not tell is left out.
/// </summary>
/// <param name="read">Reads the state of the process.</param>
internal sealed class ProcessCollector(Func<ProcessState> read) : ICollector
{
    /// <summary>Of this process.</summary>
    public static ProcessCollector Instance { get; } = new(
        OperatingSystem.IsLinux() && Directory.Exists(ProcFileSystem.Root) ? new ProcFileSystem().Read : PortableProcess.Read);

    /// <inheritdoc/>
    public void Collect(MetricSink sink)
    {
        var state = read();
        Add(sink, MetricType.Counter, "process_cpu_seconds_total", "Total user and system CPU time spent in seconds.", "seconds", state.CpuSeconds);
        Add(sink, MetricType.Gauge, "process_resident_memory_bytes", "Resident memory size in bytes.", "bytes", state.ResidentBytes);
        Add(sink, MetricType.Gauge, "process_virtual_memory_bytes", "Virtual memory size in bytes.", "bytes", state.VirtualBytes);
        Add(sink, MetricType.Gauge, "process_open_fds", "Number of open file descriptors.", null, state.OpenFiles);
        Add(sink, MetricType.Gauge, "process_max_fds", "Maximum number of open file descriptors.", null, state.MaxOpenFiles);
        Add(sink, MetricType.Gauge, "process_start_time_seconds", "Start time of the process since unix epoch in seconds.", "seconds", state.StartSeconds);
        Add(sink, MetricType.Gauge, "process_threads", "Number of OS threads in the process.", null, state.Threads);
    }

    private static void Add(MetricSink sink, MetricType type, string name, string help, string? unit, double? value)
    {
        if (value is not { } number)
        {
            return;
        }

        var family = sink.Family(type, name, help, unit);
        _ = type == MetricType.Counter ? family.Counter(number) : family.Gauge(number);
    }
}
