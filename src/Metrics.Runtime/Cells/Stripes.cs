using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedMetrics.Cells;

/// <summary>
/// Which copy of a cell a thread adds to. Each stripe is a cache line of its own, so that threads which land on different
/// stripes do not slow each other down; which one is taken does not matter for the result.
/// </summary>
internal static unsafe class Stripes
{
    /// <summary>The bytes of a cache line, and from one stripe of a counter to the next.</summary>
    public const int LineSize = 64;

    private const int LineBits = 6;
    private const int MaximumBits = 4;
    private const int StackBits = 20;
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    /// <summary>How many stripes there are: a power of two, 1 on one core, else four times the cores, at most 16.</summary>
    public static readonly int Count = Environment.ProcessorCount == 1
        ? 1
        : (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(4 * Environment.ProcessorCount, 1 << MaximumBits));

    private static readonly nuint LineMask = (nuint)(Count - 1) << LineBits;
    private static readonly nuint Mask = (nuint)(Count - 1);

    /// <summary>
    /// The byte offset of this thread's stripe where a stripe is one line. Stacks lie a megabyte or more apart, so an
    /// address on the stack tells threads apart without a thread-static's look-up; the multiplication spreads them. The
    /// local is never read, and clearing it would cost a store.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public static nuint LineOffset()
    {
        byte local;
        return (nuint)((((ulong)(nuint)(&local) >> StackBits) * Golden) >> (64 - MaximumBits - LineBits)) & LineMask;
    }

    /// <summary>The number of this thread's stripe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public static nuint Current()
    {
        byte local;
        return (nuint)((((ulong)(nuint)(&local) >> StackBits) * Golden) >> (64 - MaximumBits)) & Mask;
    }
}
