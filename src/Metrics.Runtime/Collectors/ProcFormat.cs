using System.Buffers.Text;

namespace TypedMetrics.Collectors;

/// <summary>The texts of <c>/proc</c> (proc(5)).</summary>
internal static class ProcFormat
{
    /// <summary>
    /// USER_HZ, in which Linux tells times to programs: 100 on every architecture that .NET runs on, whatever the kernel's
    /// own HZ.
    /// </summary>
    public const int TicksPerSecond = 100;

    private const int UserTime = 14;
    private const int SystemTime = 15;
    private const int ThreadCount = 20;
    private const int StartTime = 22;
    private const int VirtualSize = 23;
    private const int ResidentSize = 24;

    /// <summary>Reads <c>/proc/self/stat</c>.</summary>
    public static bool TryReadStat(ReadOnlySpan<byte> text, out ProcStat stat)
    {
        stat = default;

        // The command's name, the second field, stands in parentheses and may have blanks and parentheses itself.
        var rest = text[(text.LastIndexOf((byte)')') + 1)..];
        if (rest.Length == text.Length)
        {
            return false;
        }

        Span<long> fields = stackalloc long[ResidentSize + 1];
        fields.Clear();
        var field = 3;
        foreach (var range in rest.Trim(" \n"u8).Split((byte)' '))
        {
            if (field > ResidentSize)
            {
                break;
            }

            // Fields that are no number, such as the state, stay 0.
            _ = Utf8Parser.TryParse(rest.Trim(" \n"u8)[range], out fields[field], out _);
            field++;
        }

        stat = new ProcStat(
            fields[UserTime] + fields[SystemTime],
            fields[ThreadCount],
            fields[StartTime],
            fields[VirtualSize],
            fields[ResidentSize]);
        return field > ResidentSize;
    }

    /// <summary>Reads the soft limit of <c>Max open files</c> in <c>/proc/self/limits</c>.</summary>
    public static double? ReadMaxOpenFiles(ReadOnlySpan<byte> text)
    {
        var value = LineAfter(text, "Max open files "u8).TrimStart((byte)' ');
        return value.StartsWith("unlimited"u8) ? double.PositiveInfinity
            : Utf8Parser.TryParse(value, out long limit, out _) ? limit
            : null;
    }

    /// <summary>Reads when the machine started, in Unix seconds, from <c>/proc/stat</c>.</summary>
    public static double? ReadBootSeconds(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(LineAfter(text, "btime "u8), out long seconds, out _) ? seconds : null;

    // What follows a word at the beginning of a line.
    private static ReadOnlySpan<byte> LineAfter(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        foreach (var range in text.Split((byte)'\n'))
        {
            if (text[range].StartsWith(word))
            {
                return text[range][word.Length..];
            }
        }

        return default;
    }
}
