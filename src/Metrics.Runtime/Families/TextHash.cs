using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using AesRounds = System.Runtime.Intrinsics.X86.Aes;

namespace TypedMetrics.Families;

/// <summary>
/// The hash of interned texts. Its key is random per process, so that nobody who chooses label values can choose
/// collisions. Where the processor has AES rounds these make it, two for 16 bytes, else the runtime's own string hash, which
/// is keyed as well.
/// </summary>
internal static class TextHash
{
    private const int BlockSize = 16;

    private static readonly Vector128<byte> FirstKey = Vector128.Create(RandomNumberGenerator.GetBytes(BlockSize));
    private static readonly Vector128<byte> SecondKey = Vector128.Create(RandomNumberGenerator.GetBytes(BlockSize));

    /// <summary>The hash of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ReadOnlySpan<char> text) =>
        AesRounds.IsSupported ? Keyed(MemoryMarshal.AsBytes(text)) : (uint)string.GetHashCode(text);

    private static uint Keyed(ReadOnlySpan<byte> text)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        var state = FirstKey;
        if (length < BlockSize)
        {
            return Finish(Mix(state, Short(ref first, length)), length);
        }

        for (var i = 0; i < length - BlockSize; i += BlockSize)
        {
            state = Mix(state, Vector128.LoadUnsafe(ref first, (nuint)i));
        }

        // The last block may overlap the one before; the length keeps texts apart.
        return Finish(Mix(state, Vector128.LoadUnsafe(ref first, (nuint)(length - BlockSize))), length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Mix(Vector128<byte> state, Vector128<byte> block)
    {
        state = AesRounds.Encrypt(state ^ block, SecondKey);
        return AesRounds.Encrypt(state, FirstKey);
    }

    // The length comes in here, where nobody knows the state: beside the first block, a text could make up for it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(Vector128<byte> state, int length) =>
        Mix(state, Vector128.CreateScalar(length).AsByte()).AsUInt32().ToScalar();

    // Up to seven characters, by two reads that may overlap.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Short(ref byte first, int length) => length switch
    {
        >= 8 => Vector128.Create(
            Unsafe.ReadUnaligned<ulong>(ref first), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, length - 8))).AsByte(),
        >= 4 => Vector128.Create(
            Unsafe.ReadUnaligned<uint>(ref first), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, length - 4)), 0, 0).AsByte(),
        2 => Vector128.CreateScalar(Unsafe.ReadUnaligned<ushort>(ref first)).AsByte(),
        _ => default,
    };
}
