namespace TypedMetrics.Collectors;

/// <summary>The metrics of the .NET runtime. What it does not tell, such as compilation times of a native image, is 0.</summary>
/// <param name="read">Reads the state of the runtime.</param>
internal sealed class DotNetCollector(Func<DotNetState> read) : ICollector
{
    private const string Generation = "generation";

    private static readonly string[] Generations = ["gen0", "gen1", "gen2", "loh", "poh"];

    /// <summary>Of this process.</summary>
    public static DotNetCollector Instance { get; } = new(DotNetRuntime.Read);

    /// <inheritdoc/>
    public void Collect(MetricSink sink)
    {
        var state = read();
        sink.Family(MetricType.Info, "dotnet_build_info", "The .NET runtime and the platform that it runs on.").Info(
            ("version", state.Version), ("framework", state.Framework), ("os", state.OperatingSystem), ("architecture", state.Architecture));
        AddCollector(sink, state);
        AddScheduling(sink, state);
        AddCode(sink, state);
    }

    private static void AddCollector(MetricSink sink, DotNetState state)
    {
        var collections = sink.Family(MetricType.Counter, "dotnet_gc_collections_total", "Garbage collections by the oldest generation that was collected.");
        AddGenerations(state.Collections, (value, label) => collections.Counter(value, label));
        Counter(sink, "dotnet_gc_pause_seconds_total", "Time in which garbage collections held up the program.", "seconds", state.PauseSeconds);
        Counter(sink, "dotnet_gc_allocated_bytes_total", "Memory allocated on the managed heap.", "bytes", state.AllocatedBytes);
        Gauge(sink, "dotnet_gc_memory_limit_bytes", "Memory that the garbage collector may use.", "bytes", state.MemoryLimitBytes);
        if (state.LastCollection is { } last)
        {
            Gauge(sink, "dotnet_gc_committed_bytes", "Memory committed by the garbage collector, as of the last collection.", "bytes", last.CommittedBytes);
            var heap = sink.Family(MetricType.Gauge, "dotnet_gc_heap_size_bytes", "Size of the managed heap after the last collection, fragments included.", "bytes");
            AddGenerations(last.HeapBytes, (value, label) => heap.Gauge(value, label));
            var fragments = sink.Family(MetricType.Gauge, "dotnet_gc_heap_fragmentation_bytes", "Free space between the objects of the managed heap after the last collection.", "bytes");
            AddGenerations(last.FragmentedBytes, (value, label) => fragments.Gauge(value, label));
        }
    }

    private static void AddScheduling(MetricSink sink, DotNetState state)
    {
        Gauge(sink, "dotnet_thread_pool_threads", "Threads of the thread pool.", null, state.PoolThreads);
        Gauge(sink, "dotnet_thread_pool_queue_length", "Work items that wait for a thread of the pool.", null, state.PoolQueueLength);
        Counter(sink, "dotnet_thread_pool_completed_items_total", "Work items that the thread pool has completed.", null, state.PoolCompletedItems);
        Counter(sink, "dotnet_lock_contentions_total", "How often a thread found a lock taken.", null, state.LockContentions);
        Gauge(sink, "dotnet_timers", "Timers that will tick.", null, state.Timers);
        Gauge(sink, "dotnet_processors", "Processors that the program may use.", null, state.Processors);
    }

    private static void AddCode(MetricSink sink, DotNetState state)
    {
        Counter(sink, "dotnet_exceptions_total", "Exceptions thrown, caught or not.", null, state.Exceptions);
        Counter(sink, "dotnet_jit_methods_total", "Methods compiled, each time that one was.", null, state.JitMethods);
        Counter(sink, "dotnet_jit_il_bytes_total", "Intermediate language compiled.", "bytes", state.JitBytes);
        Counter(sink, "dotnet_jit_compilation_seconds_total", "Time spent compiling methods.", "seconds", state.JitSeconds);
        Gauge(sink, "dotnet_assemblies", "Assemblies loaded.", null, state.Assemblies);
    }

    private static void Counter(MetricSink sink, string name, string help, string? unit, double value) =>
        sink.Family(MetricType.Counter, name, help, unit).Counter(value);

    private static void Gauge(MetricSink sink, string name, string help, string? unit, double value) =>
        sink.Family(MetricType.Gauge, name, help, unit).Gauge(value);

    private static void AddGenerations(long[] values, Action<double, (string Name, string Value)> add)
    {
        for (var i = 0; i < Math.Min(values.Length, Generations.Length); i++)
        {
            add(values[i], (Generation, Generations[i]));
        }
    }
}
