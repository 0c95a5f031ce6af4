using System.Diagnostics.Metrics;
using System.Globalization;
using TypedMetrics.Collectors;
using TypedMetrics.Runtime.Tests.Instruments;
using TypedMetrics.Runtime.Tests.Snapshots;

namespace TypedMetrics.Runtime.Tests.Collectors;

public sealed class DotNetCollectorTests
{
    private static readonly DotNetState State = new()
    {
        Version = "10.0.1",
        Framework = ".NETCoreApp,Version=v10.0",
        OperatingSystem = "linux",
        Architecture = "x64",
        Collections = [112, 31, 4],
        PauseSeconds = 1.284,
        AllocatedBytes = 9_876_543_210,
        LastCollection = new GarbageCollectionState(67_108_864, [262_144, 4_194_304, 33_554_432, 8_388_608, 40_960], [0, 1_024, 65_536, 2_048, 0]),
        MemoryLimitBytes = 536_870_912,
        PoolThreads = 9,
        PoolQueueLength = 3,
        PoolCompletedItems = 1_234_567,
        LockContentions = 42,
        Exceptions = 17,
        JitMethods = 20_481,
        JitBytes = 1_572_864,
        JitSeconds = 3.5,
        Timers = 6,
        Assemblies = 148,
        Processors = 2,
    };

    [Fact]
    public void RuntimeIsExposedGolden()
    {
        var collector = new DotNetCollector(() => State);

        Snapshot.Verify(Expose(collector, ExpositionFormat.PrometheusText), "text");
        Snapshot.Verify(Expose(collector, ExpositionFormat.OpenMetrics), "openmetrics");
    }

    [Fact]
    public void HeapIsLeftOutBeforeTheFirstCollection() => Assert.DoesNotContain(
        "dotnet_gc_heap",
        Expose(new DotNetCollector(() => State with { LastCollection = null }), ExpositionFormat.PrometheusText),
        StringComparison.Ordinal);

    [Fact]
    public void DefaultRegistryHasItUntilSwitchedOff()
    {
        var registry = new CollectorRegistry { DotNetMetrics = true };

        Assert.True(CollectorRegistry.Default.DotNetMetrics);
        Assert.False(new CollectorRegistry().DotNetMetrics);
        Assert.True(registry.GetSampleValue("dotnet_assemblies") > 0);
        registry.DotNetMetrics = false;
        Assert.Null(registry.GetSampleValue("dotnet_assemblies"));
    }

    [Theory]
    [InlineData("dotnet.gc.heap.total_allocated", "dotnet_gc_allocated_bytes_total")]
    [InlineData("dotnet.gc.last_collection.memory.committed_size", "dotnet_gc_committed_bytes")]
    [InlineData("dotnet.gc.pause.time", "dotnet_gc_pause_seconds_total")]
    [InlineData("dotnet.jit.compiled_il.size", "dotnet_jit_il_bytes_total")]
    [InlineData("dotnet.jit.compiled_methods", "dotnet_jit_methods_total")]
    [InlineData("dotnet.jit.compilation.time", "dotnet_jit_compilation_seconds_total")]
    [InlineData("dotnet.monitor.lock_contentions", "dotnet_lock_contentions_total")]
    [InlineData("dotnet.thread_pool.work_item.count", "dotnet_thread_pool_completed_items_total")]
    [InlineData("dotnet.assembly.count", "dotnet_assemblies")]
    [InlineData("dotnet.process.cpu.count", "dotnet_processors")]
    public void ValuesAreThoseOfTheRuntimesOwnMeter(string instrument, string sample)
    {
        GC.Collect();
        using var meter = new RuntimeMeter();
        var registry = new CollectorRegistry { DotNetMetrics = true };

        // What others do at the same time moves the values: the meter is read before and after.
        var before = meter.Read(instrument);
        var value = registry.GetSampleValue(sample);
        var after = meter.Read(instrument);

        Assert.NotNull(value);
        Assert.InRange(value.Value, Math.Min(before, after), Math.Max(before, after));
    }

    [Fact]
    public void EachGenerationIsCountedForItself()
    {
        var before = DotNetRuntime.Read().Collections;
        GC.Collect(generation: 2, GCCollectionMode.Forced, blocking: true);
        var after = DotNetRuntime.Read().Collections;

        Assert.True(after[2] > before[2]);
        Assert.All(Enumerable.Range(0, 3), generation => Assert.True(after[generation] >= before[generation]));
        var least = GC.CollectionCount(0);
        Assert.InRange(DotNetRuntime.Read().Collections.Sum(), least, GC.CollectionCount(0));
        Assert.Equal(5, DotNetRuntime.Read().LastCollection!.HeapBytes.Length);
    }

    [Fact]
    public void ExceptionsAreCountedOnce()
    {
        ThrownExceptions.Begin();
        var before = ThrownExceptions.Count;
        for (var i = 0; i < 10; i++)
        {
            Assert.Throws<FormatException>(static () => int.Parse("one", CultureInfo.InvariantCulture));
        }

        Assert.True(ThrownExceptions.Count >= before + 10);
    }

    [Fact]
    public async Task NoCounterGoesBackWhileTheRuntimeIsBusy()
    {
        using var ended = new CancellationTokenSource();
        var work = Task.Run(() =>
        {
            while (!ended.IsCancellationRequested)
            {
                _ = GC.AllocateUninitializedArray<byte>(100_000);
            }
        });
        var last = Counters(DotNetRuntime.Read());
        for (var i = 0; i < 2_000; i++)
        {
            var now = Counters(DotNetRuntime.Read());
            Assert.All(now.Zip(last), pair => Assert.True(pair.First >= pair.Second));
            last = now;
        }

        await ended.CancelAsync();
        await work;
    }

    private static double[] Counters(DotNetState state) =>
    [
        .. state.Collections, state.PauseSeconds, state.AllocatedBytes, state.PoolCompletedItems, state.LockContentions,
        state.Exceptions, state.JitMethods, state.JitBytes, state.JitSeconds,
    ];

    private static string Expose(ICollector collector, ExpositionFormat format)
    {
        var registry = new CollectorRegistry();
        registry.Register(collector);
        return registry.Text(format);
    }

    private sealed class RuntimeMeter : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);

        public RuntimeMeter()
        {
            _listener.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "System.Runtime")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => _values[instrument.Name] = value);
            _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => _values[instrument.Name] = value);
            _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => _values[instrument.Name] = value);
            _listener.Start();
        }

        public double Read(string instrument)
        {
            _listener.RecordObservableInstruments();
            return _values[instrument];
        }

        public void Dispose() => _listener.Dispose();
    }
}
