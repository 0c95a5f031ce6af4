using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedMetrics.Exposition;

/// <summary>
/// Many lines <c>name{a="1",b="2"} 3</c> at once, of one head and with integral values: what most of a scrape is made of.
/// </summary>
/// <remarks>
/// First the ends of all lines are made, then the lines: either loop has few enough variables to keep them in registers. Whether a
/// line fits is asked once; its pieces are then copied by whole registers, whose rest the next piece covers.
/// </remarks>
internal static class IntegerLines
{
    /// <summary>The most lines that are written at once.</summary>
    public const int Most = 32;

    /// <summary>How much more room than head and pair a line takes.</summary>
    public const int Overhead = LineHead.Slack + EndSize;

    // Brace, blank, a number and a line feed; as large as a register.
    private const int EndSize = 32;

    private const ulong BraceAndBlank = '}' | (' ' << 8);
    private const int BraceAndBlankLength = 2;

    // An end that fits into a word has its length in the word's last byte.
    private const int LengthShift = 56;

    // Shorter pairs, as that of an empty value, are not copied by registers.
    private const int ShortestPair = sizeof(uint);

    private static readonly ulong[] SmallEnds = [.. Enumerable.Range(0, 1000).Select(SmallEnd)];

    /// <summary>Writes lines up to the first that needs more room or has no kept pair.</summary>
    /// <param name="head">What all lines begin with.</param>
    /// <param name="pairs">The pairs that may follow.</param>
    /// <param name="ordinals">Which of them does, line by line.</param>
    /// <param name="values">The values, line by line; as many.</param>
    /// <param name="room">Takes the bytes; more than what is written may be changed.</param>
    /// <param name="written">How many bytes that are.</param>
    /// <returns>How many lines that are, at most <see cref="Most"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static int Write(
        in LineHead head, byte[]?[] pairs, ReadOnlySpan<int> ordinals, ReadOnlySpan<long> values, Span<byte> room, out int written)
    {
        Ends ends;
        Unsafe.SkipInit(out ends);
        values = values[..Math.Min(Most, Math.Min(ordinals.Length, values.Length))];
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if ((ulong)value < (uint)SmallEnds.Length)
            {
                ends[i].Word = SmallEnds[value];
            }
            else
            {
                WriteEnd(value, ref ends[i]);
            }
        }

        ref var start = ref head.Start;
        var headLength = (nuint)head.Length;
        ref var line = ref MemoryMarshal.GetReference(room);
        var left = room.Length - head.Length - Overhead;
        var done = 0;
        for (; done < values.Length; done++)
        {
            var ordinal = ordinals[done];
            if ((uint)ordinal >= (uint)pairs.Length || pairs[ordinal] is not { Length: >= ShortestPair } pair || pair.Length > left)
            {
                break;
            }

            for (nuint i = 0; i < headLength; i += (nuint)Vector256<byte>.Count)
            {
                Vector256.LoadUnsafe(ref start, i).StoreUnsafe(ref line, i);
            }

            ref var rest = ref Unsafe.Add(ref line, headLength);
            Bytes.Copy(ref MemoryMarshal.GetArrayDataReference(pair), ref rest, (nuint)pair.Length);
            rest = ref Unsafe.Add(ref rest, (nuint)pair.Length);
            ref var end = ref ends[done];
            Unsafe.WriteUnaligned(ref rest, end.Word);
            var length = (nuint)(end.Word >> LengthShift);
            if (length > sizeof(ulong))
            {
                length = end.Length;
                end.Bytes.StoreUnsafe(ref rest);
            }

            line = ref Unsafe.Add(ref rest, length);
            left -= head.Length + pair.Length + (int)length;
        }

        written = (int)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(room), ref line);
        return done;
    }

    // Of a number that is too large for a word, which ends with a digit then, and so with more than any length.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteEnd(long value, ref End end)
    {
        var text = MemoryMarshal.CreateSpan(ref Unsafe.As<End, byte>(ref end), EndSize);
        BinaryPrimitives.WriteUInt16LittleEndian(text, (ushort)BraceAndBlank);
        var length = BraceAndBlankLength + Number.Write(value, text[BraceAndBlankLength..]);
        text[length++] = (byte)'\n';
        if (length < sizeof(ulong))
        {
            text[sizeof(ulong) - 1] = (byte)length;
        }
        else
        {
            end.Length = (byte)length;
        }
    }

    private static ulong SmallEnd(int value)
    {
        End end = default;
        WriteEnd(value, ref end);
        return end.Word;
    }

    [StructLayout(LayoutKind.Explicit, Size = EndSize)]
    private struct End
    {
        [FieldOffset(0)]
        public ulong Word;

        [FieldOffset(0)]
        public Vector256<byte> Bytes;

        [FieldOffset(EndSize - 1)]
        public byte Length;
    }

    [InlineArray(Most)]
    private struct Ends
    {
        private End _first;
    }
}
