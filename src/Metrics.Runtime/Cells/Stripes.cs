using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedMetrics.Cells;

/// <summary>
/// Which copy of a cell a thread adds to. Each stripe is a cache line of its own, so that threads which land on different
/// stripes do not slow each other down; which one is taken does not matter for the result.
/// </summary>
/// <remarks>
/// A thread's stripe follows from an address on its stack, which tells threads apart without a thread-static's look-up. The
/// addresses are wound around a circle, one turn of which is a prime number of quarters of a megabyte, less than there are
/// stripes, and the circle is cut into the stripes. Stacks made one after another lie at equal distances, as a rule 1, 1.5, 2, 4, 8 or
/// 16 MB and a guard page. No such distance is a multiple of the prime, so that as many stacks in a row as the prime says
/// get a stripe each, and further ones come around evenly. A random-looking hash would put one pair in eight on
/// one stripe. A thread leaves its stripe for the next where its calls go some 200 KB deep.
/// </remarks>
internal static unsafe class Stripes
{
    /// <summary>The bytes of a cache line, and from one stripe of a counter to the next.</summary>
    public const int LineSize = 64;

    private const int LineBits = 6;
    private const int MaximumBits = 4;

    // The stacks that are told apart for certain are at least so large.
    private const int SmallestStack = 1 << 18;
    private const int FewStacks = 7;
    private const int ManyStacks = 13;

    /// <summary>How many stripes there are: a power of two, 1 on one core, else four times the cores, at most 16.</summary>
    public static readonly int Count = Environment.ProcessorCount == 1
        ? 1
        : (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(4 * Environment.ProcessorCount, 1 << MaximumBits));

    private static readonly ulong Winding = WindingFor(Count);
    private static readonly nuint LineMask = (nuint)(Count - 1) << LineBits;
    private static readonly nuint Mask = (nuint)(Count - 1);

    /// <summary>
    /// The byte offset of this thread's stripe where a stripe is one line. The local is never read, and clearing it would
    /// cost a store.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public static nuint LineOffset()
    {
        byte local;
        return (nuint)(((nuint)(&local) * Winding) >> (64 - MaximumBits - LineBits)) & LineMask;
    }

    /// <summary>The number of this thread's stripe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public static nuint Current()
    {
        byte local;
        return (nuint)(((nuint)(&local) * Winding) >> (64 - MaximumBits)) & Mask;
    }

    /// <summary>The number of the stripe that an address on a stack belongs to, of a number of stripes.</summary>
    public static nuint Of(ulong address, int count) =>
        (nuint)((address * WindingFor(count)) >> (64 - MaximumBits)) & (nuint)(count - 1);

    // One turn of the circle is 2^64 where there are 16 stripes, and 2^63 where there are 8: the mask cuts off the rest.
    private static ulong WindingFor(int count)
    {
        var turn = (UInt128)SmallestStack * (uint)(count > 8 ? ManyStacks : FewStacks);
        return (ulong)((((UInt128)(uint)count << (64 - MaximumBits)) + (turn / 2)) / turn);
    }
}
