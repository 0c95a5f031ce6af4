using System.Diagnostics;

namespace TypedMetrics.Collectors;

/// <summary>Reads this process' state where there is no <c>/proc</c>.</summary>
internal static class PortableProcess
{
    // What Windows allows a process, as in Prometheus' Go client.
    private const double WindowsHandles = 16 * 1024 * 1024;

    private static readonly Lazy<double> StartSeconds = new(static () =>
    {
        using var process = Process.GetCurrentProcess();
        return new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeMilliseconds() / 1000.0;
    });

    /// <summary>Reads the state.</summary>
    public static ProcessState Read()
    {
        using var process = Process.GetCurrentProcess();
        return new ProcessState
        {
            CpuSeconds = process.TotalProcessorTime.TotalSeconds,
            ResidentBytes = process.WorkingSet64,
            VirtualBytes = process.VirtualMemorySize64,
            OpenFiles = OperatingSystem.IsWindows() ? process.HandleCount : null,
            MaxOpenFiles = OperatingSystem.IsWindows() ? WindowsHandles : null,
            StartSeconds = StartSeconds.Value,
            Threads = process.Threads.Count,
        };
    }
}
