using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedMetrics.Exposition;

/// <summary>Copies the short texts that lines are made of, without a call.</summary>
internal static class Bytes
{
    /// <summary>
    /// Copies a text to the beginning of a room that is large enough, which is checked: in pieces as large as a register, the
    /// last of which overlaps the one before.
    /// </summary>
    /// <returns>The length of the text.</returns>
    /// <exception cref="ArgumentException">The room is shorter than the text.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Copy(ReadOnlySpan<byte> text, Span<byte> room)
    {
        var length = text.Length;
        if (length < sizeof(uint) || length > room.Length)
        {
            text.CopyTo(room);
            return length;
        }

        ref var from = ref MemoryMarshal.GetReference(text);
        ref var to = ref MemoryMarshal.GetReference(room);
        if (length < Vector256<byte>.Count)
        {
            CopyShort(ref from, ref to, (nuint)length);
            return length;
        }

        var end = (nuint)(length - Vector256<byte>.Count);
        for (nuint i = 0; i < end; i += (nuint)Vector256<byte>.Count)
        {
            Vector256.LoadUnsafe(ref from, i).StoreUnsafe(ref to, i);
        }

        Vector256.LoadUnsafe(ref from, end).StoreUnsafe(ref to, end);
        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyShort(ref byte from, ref byte to, nuint length)
    {
        if (length >= (nuint)Vector128<byte>.Count)
        {
            var last = length - (nuint)Vector128<byte>.Count;
            Vector128.LoadUnsafe(ref from).StoreUnsafe(ref to);
            Vector128.LoadUnsafe(ref from, last).StoreUnsafe(ref to, last);
        }
        else if (length >= sizeof(ulong))
        {
            Move<ulong>(ref from, ref to, length - sizeof(ulong));
        }
        else
        {
            Move<uint>(ref from, ref to, length - sizeof(uint));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Move<T>(ref byte from, ref byte to, nuint last)
    {
        Unsafe.WriteUnaligned(ref to, Unsafe.ReadUnaligned<T>(ref from));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, last), Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref from, last)));
    }
}
