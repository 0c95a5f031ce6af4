using System.Runtime.CompilerServices;

namespace TypedMetrics.Cells;

/// <summary>
/// The cell of one gauge series: one double, never striped, since a gauge's value is a value and not a sum. A NaN of its
/// own stands for "not touched", so that an update and a removal are one atomic step each.
/// </summary>
internal static unsafe class GaugeCell
{
    /// <summary>The bytes from one cell to the next: fewer neighbours on a line disturb each other less.</summary>
    public const int Size = 16;

    /// <summary>How many series share a block.</summary>
    public const int PerBlock = Stripes.LineSize / Size;

    /// <summary>The bytes of a block.</summary>
    public const int BlockSize = Stripes.LineSize;

    /// <summary>The bits of a series that is not touched: a NaN that no arithmetic yields.</summary>
    public const long Untouched = 0x7FF8_5459_5045_4431;

    /// <summary>The value's bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref long Bits(nint cell) => ref *(long*)cell;

    /// <summary>The bits of a value; another NaN for the one that stands for untouched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long BitsOf(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits == Untouched ? BitConverter.DoubleToInt64Bits(double.NaN) : bits;
    }

    /// <summary>Adds to a touched series; false where it is not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAdd(nint cell, double amount)
    {
        var seen = Volatile.Read(ref Bits(cell));
        while (seen != Untouched)
        {
            var next = BitsOf(BitConverter.Int64BitsToDouble(seen) + amount);
            var found = Interlocked.CompareExchange(ref Bits(cell), next, seen);
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }

    /// <summary>Sets the value of a touched series; false where it is not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySet(nint cell, double value)
    {
        var seen = Volatile.Read(ref Bits(cell));
        while (seen != Untouched)
        {
            var found = Interlocked.CompareExchange(ref Bits(cell), BitsOf(value), seen);
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }
}
