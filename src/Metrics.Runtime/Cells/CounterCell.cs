using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedMetrics.Cells;

/// <summary>
/// The cell of one counter series: in each stripe a whole part, beside those of the seven series with which it shares a
/// block. Fractional parts lie elsewhere, laid out alike, and come with the first amount of a block that is not whole. So a
/// series costs 8 bytes a stripe and 16 for header and fractions' address; where there are fractions, 8 more a stripe.
/// </summary>
/// <remarks>
/// A counter never goes back, not by one bit: each part only grows, the parts are added in the same order at every read,
/// and rounding is monotonic. A read sees each part at a moment of its own.
/// </remarks>
internal static unsafe class CounterCell
{
    /// <summary>The bytes from one cell to the next.</summary>
    public const int Size = sizeof(long);

    /// <summary>How many series share a block.</summary>
    public const int PerBlock = Stripes.LineSize / Size;

    /// <summary>Whole amounts up to here are added to the whole part, larger ones to the other.</summary>
    public const uint LargestWhole = uint.MaxValue;

    // Up to here each whole number is a double.
    private const long LargestExact = 1L << 53;

    /// <summary>The bytes of a block: a line for each stripe, one for the headers, and one with the address of the fractions.</summary>
    public static readonly int BlockSize = (Stripes.Count + 2) * Stripes.LineSize;

    /// <summary>The bytes of the fractions of a block: a line for each stripe.</summary>
    public static readonly int FractionsSize = Stripes.Count * Stripes.LineSize;

    /// <summary>From a cell to its header.</summary>
    public static int HeaderOffset
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Stripes.Count * Stripes.LineSize;
    }

    /// <summary>The header of a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref long Header(nint cell) => ref *(long*)(cell + HeaderOffset);

    /// <summary>The whole part of this thread's stripe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref long Whole(nint cell) => ref *(long*)((nuint)cell + Stripes.LineOffset());

    /// <summary>The address of the fractions of a cell's block; 0 where each amount was whole. Set once.</summary>
    public static ref nint Fractions(nint cell) => ref *(nint*)(BlockOf(cell) + HeaderOffset + Stripes.LineSize);

    /// <summary>The block of a cell, which is the address of its first cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint BlockOf(nint cell) => cell & -Stripes.LineSize;

    /// <summary>Reads the value.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="whole">The value, where it is integral.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the value is integral and <paramref name="whole"/> has it.</returns>
    public static bool Read(nint cell, out long whole, out double value)
    {
        var rest = Rest(cell, out var fraction);
        value = rest + (fraction == null ? 0 : Volatile.Read(ref *fraction));
        whole = (long)value;
        return value <= LargestExact && whole == value;
    }

    /// <summary>Asks the processor for a block that will be read soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(nint block)
    {
        if (Sse.IsSupported)
        {
            for (var offset = 0; offset < BlockSize; offset += Stripes.LineSize)
            {
                Sse.Prefetch0((void*)(block + offset));
            }
        }
    }

    /// <summary>
    /// Reads all series of a block at once, if none of them has a fraction and each sum is exact as a double.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="sums">Takes the values, in the order of the cells.</param>
    /// <param name="headers">Takes their headers, as they were before: a value counts if its header is still the same.</param>
    /// <returns>Whether the sums are the values.</returns>
    public static bool TryReadBlock(nint block, out CounterBlock sums, out CounterBlock headers)
    {
        var line = (long*)(block + HeaderOffset);
        Store(Vector256.LoadAligned(line), Vector256.LoadAligned(line + Vector256<long>.Count), out headers);
        Volatile.ReadBarrier();
        var first = Vector256<long>.Zero;
        var second = Vector256<long>.Zero;
        for (var stripe = 0; stripe < Stripes.Count; stripe++)
        {
            line = (long*)(block + (stripe * Stripes.LineSize));
            first += Vector256.LoadAligned(line);
            second += Vector256.LoadAligned(line + Vector256<long>.Count);
        }

        Store(first, second, out sums);
        Volatile.ReadBarrier();
        return Fractions(block) == 0 && Vector256.LessThanOrEqualAll(Vector256.Max(first.AsUInt64(), second.AsUInt64()), Vector256.Create((ulong)LargestExact));
    }

    /// <summary>
    /// Reads the series of a whole block at once, where the cells are its cells in their order, all of them touched before and
    /// after, none with a fraction, and each sum exact as a double.
    /// </summary>
    /// <param name="cells">As many cells as a block has, or none where a series has none.</param>
    /// <param name="sums">Takes the values, in the order of the cells.</param>
    /// <returns>Whether the sums are the values.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadBlock(ReadOnlySpan<nint> cells, out CounterBlock sums)
    {
        var block = cells[0];
        var half = Vector256<nint>.Count;
        var first = Vector256.CreateSequence(block, Size);
        if (block == 0
            || BlockOf(block) != block
            || Vector256.Create(cells) != first
            || Vector256.Create(cells[half..]) != first + Vector256.Create((nint)half * Size)
            || !TryReadBlock(block, out sums, out var headers))
        {
            sums = default;
            return false;
        }

        var line = (long*)(block + HeaderOffset);
        var before = Vector256.LoadUnsafe(ref headers[0]);
        var beforeToo = Vector256.LoadUnsafe(ref headers[half]);
        return before == Vector256.LoadAligned(line)
            && beforeToo == Vector256.LoadAligned(line + half)
            && !Vector256.EqualsAny(before, Vector256<long>.Zero)
            && !Vector256.EqualsAny(beforeToo, Vector256<long>.Zero);
    }

    /// <summary>Raises the value to at least a target. The cell has fractions.</summary>
    public static void RaiseTo(nint cell, double target)
    {
        while (true)
        {
            var rest = Rest(cell, out var fraction);
            var seen = Volatile.Read(ref *(long*)fraction);
            var first = BitConverter.Int64BitsToDouble(seen);
            if (rest + first >= target)
            {
                return;
            }

            // The last term of the sum takes the difference, so that a counter which mirrors another has its very value.
            var raised = Math.Max(first, target - rest);
            while (rest + raised < target)
            {
                raised = Math.BitIncrement(raised);
            }

            if (Interlocked.CompareExchange(ref *(long*)fraction, BitConverter.DoubleToInt64Bits(raised), seen) == seen)
            {
                return;
            }
        }
    }

    /// <summary>Adds an amount, whole or not, to this thread's stripe.</summary>
    /// <returns>Whether it was added; not where it is a fraction and the block has no room for one yet.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAdd(nint cell, double amount)
    {
        var whole = (long)amount;
        if (whole == amount && (ulong)whole <= LargestWhole)
        {
            Interlocked.Add(ref Whole(cell), whole);
            return true;
        }

        var fractions = Volatile.Read(ref Fractions(cell));
        if (fractions == 0)
        {
            return false;
        }

        AtomicDouble.Add((double*)((nuint)(fractions + OffsetOf(cell)) + Stripes.LineOffset()), amount);
        return true;
    }

    /// <summary>Sets the value back to 0; each amount added meanwhile is either in what it returns or stays.</summary>
    public static double Take(nint cell)
    {
        var taken = 0.0;
        for (var stripe = 0; stripe < Stripes.Count; stripe++)
        {
            taken += (ulong)Interlocked.Exchange(ref *(long*)(cell + (stripe * Stripes.LineSize)), 0);
        }

        if (Volatile.Read(ref Fractions(cell)) is var fractions and not 0)
        {
            for (var stripe = 0; stripe < Stripes.Count; stripe++)
            {
                taken += Interlocked.Exchange(ref *(double*)(fractions + OffsetOf(cell) + (stripe * Stripes.LineSize)), 0);
            }
        }

        return taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<long> first, Vector256<long> second, out CounterBlock block)
    {
        Unsafe.SkipInit(out block);
        first.StoreUnsafe(ref block[0]);
        second.StoreUnsafe(ref block[Vector256<long>.Count]);
    }

    // All but the fractional part of the first stripe, whose address it gives; none where the block has no fractions.
    private static double Rest(nint cell, out double* first)
    {
        var whole = 0L;
        for (var stripe = 0; stripe < Stripes.Count; stripe++)
        {
            whole += Volatile.Read(ref *(long*)(cell + (stripe * Stripes.LineSize)));
        }

        var fractions = Volatile.Read(ref Fractions(cell));
        if (fractions == 0)
        {
            first = null;
            return (ulong)whole;
        }

        first = (double*)(fractions + OffsetOf(cell));
        var rest = 0.0;
        for (var stripe = 1; stripe < Stripes.Count; stripe++)
        {
            rest += Volatile.Read(ref *(double*)((nint)first + (stripe * Stripes.LineSize)));
        }

        return (ulong)whole + rest;
    }

    private static nint OffsetOf(nint cell) => cell & (Stripes.LineSize - 1);
}
