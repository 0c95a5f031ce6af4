using System.Diagnostics;
using TypedMetrics.Collectors;
using TypedMetrics.Runtime.Tests.Exposition;
using TypedMetrics.Runtime.Tests.Snapshots;

namespace TypedMetrics.Runtime.Tests.Collectors;

public sealed class ProcessCollectorTests
{
    private static readonly string[] Names =
    [
        "process_cpu_seconds_total", "process_max_fds", "process_open_fds", "process_resident_memory_bytes",
        "process_start_time_seconds", "process_threads", "process_virtual_memory_bytes",
    ];

    [Fact]
    public void StandardMetricsAreExposedGolden()
    {
        var collector = new ProcessCollector(() => new ProcessState
        {
            CpuSeconds = 130.23,
            ResidentBytes = 136990720,
            VirtualBytes = 274877906944,
            OpenFiles = 65,
            MaxOpenFiles = double.PositiveInfinity,
            StartSeconds = 1795348746.64,
            Threads = 17,
        });

        Snapshot.Verify(Expose(collector, ExpositionFormat.PrometheusText), "text");
        Snapshot.Verify(Expose(collector, ExpositionFormat.OpenMetrics), "openmetrics");
    }

    [Fact]
    public void WhatThePlatformDoesNotTellIsLeftOut() => Assert.Equal(
        "# HELP process_threads Number of OS threads in the process.\n# TYPE process_threads gauge\nprocess_threads 3\n",
        Expose(new ProcessCollector(() => new ProcessState { Threads = 3 }), ExpositionFormat.PrometheusText));

    [Fact]
    public void ProcTreeIsRead()
    {
        var root = Directory.CreateTempSubdirectory();
        try
        {
            var self = root.CreateSubdirectory("self");
            var files = self.CreateSubdirectory("fd");
            for (var i = 0; i < 5; i++)
            {
                File.WriteAllText(Path.Combine(files.FullName, $"{i}"), "");
            }

            File.WriteAllText(Path.Combine(root.FullName, "stat"), "cpu  1 2\nbtime 1700000000\n");
            File.WriteAllText(Path.Combine(self.FullName, "limits"), "Max open files            1024                 4096                 files     \n");
            File.WriteAllText(
                Path.Combine(self.FullName, "stat"),
                "7 (a b) (c)) S 1 7 7 0 -1 4194560 1 0 0 0 150 50 0 0 20 0 9 0 12345 8192 3 18446744073709551615 1 1 0\n");

            Assert.Equal(
                new ProcessState
                {
                    CpuSeconds = 2,
                    Threads = 9,
                    StartSeconds = 1700000123.45,
                    VirtualBytes = 8192,
                    ResidentBytes = 3.0 * Environment.SystemPageSize,
                    MaxOpenFiles = 1024,
                    OpenFiles = 4,
                },
                new ProcFileSystem(root.FullName).Read());
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void MissingProcTreeTellsNothing() =>
        Assert.Equal(default, new ProcFileSystem("/no/such/folder").Read());

    [Fact]
    public void PlatformsAgreeOnThisProcess()
    {
        var portable = PortableProcess.Read();
        Assert.True(portable.CpuSeconds > 0);
        Assert.True(portable.Threads > 0);
        Assert.InRange(portable.StartSeconds!.Value, 1.6e9, new DateTimeOffset(DateTime.UtcNow).ToUnixTimeSeconds() + 1);

        if (OperatingSystem.IsLinux())
        {
            var proc = new ProcFileSystem().Read();
            Assert.InRange(proc.CpuSeconds!.Value, portable.CpuSeconds.Value - 0.1, portable.CpuSeconds.Value + 5);
            Assert.InRange(proc.StartSeconds!.Value, portable.StartSeconds.Value - 2, portable.StartSeconds.Value + 2);
            Assert.InRange(proc.ResidentBytes!.Value, 1e6, 1e12);
            Assert.True(proc.VirtualBytes > proc.ResidentBytes);
            Assert.InRange(proc.Threads!.Value, 1, 10_000);
            Assert.InRange(proc.OpenFiles!.Value, 3, proc.MaxOpenFiles!.Value);
        }
    }

    [Fact]
    public void DefaultRegistryHasThemUntilSwitchedOff()
    {
        var registry = new CollectorRegistry { ProcessMetrics = true };

        Assert.True(CollectorRegistry.Default.ProcessMetrics);
        Assert.All(Names, name => Assert.NotNull(registry.GetSampleValue(name)));
        registry.ProcessMetrics = false;
        Assert.All(Names, name => Assert.Null(registry.GetSampleValue(name)));
        Assert.False(new CollectorRegistry().ProcessMetrics);
    }

    [Fact]
    public void CpuTimeNeverGoesBack()
    {
        var last = 0.0;
        for (var i = 0; i < 50; i++)
        {
            var now = new ProcFileSystem().Read().CpuSeconds ?? PortableProcess.Read().CpuSeconds!.Value;
            Assert.True(now >= last);
            last = now;
        }
    }

    private static string Expose(ProcessCollector collector, ExpositionFormat format)
    {
        var sink = new MetricSink();
        collector.Collect(sink);
        return Exposed.As(format, writer =>
        {
            foreach (TypedMetrics.Exposition.IFamilySource family in sink.Families)
            {
                var cursor = 0;
                writer.BeginFamily(family.Descriptor);
                Assert.True(family.WriteSeries(writer, ref cursor));
                writer.EndFamily();
            }
        });
    }
}
