using System.IO.Enumeration;

namespace TypedMetrics.Collectors;

/// <summary>Reads this process' state from Linux' <c>/proc</c> (proc(5)).</summary>
internal sealed class ProcFileSystem(string root = ProcFileSystem.Root)
{
    /// <summary>Where it is mounted.</summary>
    public const string Root = "/proc";

    private const int BufferSize = 4096;

    private static readonly EnumerationOptions AllEntries = new() { AttributesToSkip = 0 };

    private readonly string _statPath = Path.Combine(root, "self", "stat");
    private readonly string _limitsPath = Path.Combine(root, "self", "limits");
    private readonly string _filesPath = Path.Combine(root, "self", "fd");
    private readonly Lazy<double?> _bootSeconds = new(() => ReadBootSeconds(Path.Combine(root, "stat")));

    /// <summary>Reads the state; what cannot be read is absent.</summary>
    public ProcessState Read()
    {
        Span<byte> buffer = stackalloc byte[BufferSize];
        var isKnown = ProcFormat.TryReadStat(ReadFile(_statPath, buffer), out var stat);
        return new ProcessState
        {
            CpuSeconds = isKnown ? stat.CpuTicks / (double)ProcFormat.TicksPerSecond : null,
            ResidentBytes = isKnown ? (double)stat.ResidentPages * Environment.SystemPageSize : null,
            VirtualBytes = isKnown ? stat.VirtualBytes : null,
            Threads = isKnown ? stat.Threads : null,
            StartSeconds = isKnown ? _bootSeconds.Value + (stat.StartTicks / (double)ProcFormat.TicksPerSecond) : null,
            OpenFiles = CountFiles(),
            MaxOpenFiles = ProcFormat.ReadMaxOpenFiles(ReadFile(_limitsPath, buffer)),
        };
    }

    private double? CountFiles()
    {
        try
        {
            var count = 0;
            foreach (var _ in new FileSystemEnumerable<bool>(_filesPath, static (ref FileSystemEntry _) => true, AllEntries))
            {
                count++;
            }

            // One of them was the folder itself.
            return count - 1;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // As much of a file as the buffer holds; nothing where it cannot be read.
    private static ReadOnlySpan<byte> ReadFile(string path, Span<byte> buffer)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var length = 0;
            while (length < buffer.Length && RandomAccess.Read(file, buffer[length..], length) is > 0 and var read)
            {
                length += read;
            }

            return buffer[..length];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    // The file has a long line of interrupts before the one wanted.
    private static double? ReadBootSeconds(string path)
    {
        try
        {
            return ProcFormat.ReadBootSeconds(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
