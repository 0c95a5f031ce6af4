using System.Runtime.CompilerServices;

namespace TypedMetrics.Cells;

/// <summary>
/// The cell of one counter series: in each stripe a whole and a fractional part. Four series share the lines of a block,
/// so a series costs 16 bytes a stripe and 16 bytes for its headers.
/// </summary>
/// <remarks>
/// A counter never goes back, not by one bit: each part only grows, the parts are added in the same order at every read,
/// and rounding is monotonic. A read sees each part at a moment of its own.
/// </remarks>
internal static unsafe class CounterCell
{
    /// <summary>How many series share a block.</summary>
    public const int PerBlock = Stripes.LineSize / CellArena.CellSize;

    /// <summary>Whole amounts up to here are added to the whole part, larger ones to the other.</summary>
    public const uint LargestWhole = uint.MaxValue;

    // Up to here each whole number is a double.
    private const long LargestExact = 1L << 53;
    private const int FractionOffset = sizeof(long);

    /// <summary>The bytes of a block: a line for each stripe, and one for the headers.</summary>
    public static readonly int BlockSize = HeaderOffset + Stripes.LineSize;

    /// <summary>From a cell to its header.</summary>
    public static int HeaderOffset
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Stripes.Count * Stripes.LineSize;
    }

    /// <summary>The header of a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref long Header(nint cell) => ref *(long*)(cell + HeaderOffset);

    /// <summary>The header that a removed cell had; beside its header.</summary>
    public static ref long PreviousHeader(nint cell) => ref *(long*)(cell + HeaderOffset + sizeof(long));

    /// <summary>The whole part of this thread's stripe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref long Whole(nint cell) => ref *(long*)((nuint)cell + Stripes.LineOffset());

    /// <summary>The fractional part of this thread's stripe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double* Fraction(nint cell) => (double*)((nuint)cell + Stripes.LineOffset() + FractionOffset);

    /// <summary>Reads the value.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="whole">The value, where it is integral.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the value is integral and <paramref name="whole"/> has it.</returns>
    public static bool Read(nint cell, out long whole, out double value)
    {
        var rest = Rest(cell);
        value = rest + Volatile.Read(ref *(double*)(cell + FractionOffset));
        whole = (long)value;
        return whole == value && whole <= LargestExact;
    }

    /// <summary>Raises the value to at least a target.</summary>
    public static void RaiseTo(nint cell, double target)
    {
        var fraction = (long*)(cell + FractionOffset);
        while (true)
        {
            var seen = Volatile.Read(ref *fraction);
            var first = BitConverter.Int64BitsToDouble(seen);
            var rest = Rest(cell);
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

            if (Interlocked.CompareExchange(ref *fraction, BitConverter.DoubleToInt64Bits(raised), seen) == seen)
            {
                return;
            }
        }
    }

    /// <summary>Adds an amount, whole or not, to this thread's stripe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(nint cell, double amount)
    {
        var whole = (long)amount;
        if (whole == amount && (ulong)whole <= LargestWhole)
        {
            Interlocked.Add(ref Whole(cell), whole);
        }
        else
        {
            AtomicDouble.Add(Fraction(cell), amount);
        }
    }

    /// <summary>Sets the value back to 0; each amount added meanwhile is either in what it returns or stays.</summary>
    public static double Take(nint cell)
    {
        var taken = 0.0;
        for (var stripe = 0; stripe < Stripes.Count; stripe++, cell += Stripes.LineSize)
        {
            taken += Interlocked.Exchange(ref *(long*)cell, 0);
            taken += Interlocked.Exchange(ref *(double*)(cell + FractionOffset), 0);
        }

        return taken;
    }

    // All but the fractional part of the first stripe.
    private static double Rest(nint cell)
    {
        var whole = Volatile.Read(ref *(long*)cell);
        var fractions = 0.0;
        for (var stripe = 1; stripe < Stripes.Count; stripe++)
        {
            cell += Stripes.LineSize;
            whole += Volatile.Read(ref *(long*)cell);
            fractions += Volatile.Read(ref *(double*)(cell + FractionOffset));
        }

        return whole + fractions;
    }
}
