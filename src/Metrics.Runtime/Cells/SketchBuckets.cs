using System.Runtime.CompilerServices;

namespace TypedMetrics.Cells;

/// <summary>
/// The buckets of a summary: each power of two is cut into 64 of equal width, so that a value's bucket is read off its bits
/// and the bucket's estimate is at most 1/129, 0.78 %, away from any value in it.
/// </summary>
/// <remarks>
/// This is DDSketch (Masson, Rim, Lee: "DDSketch: A Fast and Fully-Mergeable Quantile Sketch with Relative-Error Guarantees",
/// VLDB 2019) with the logarithm interpolated linearly between powers of two, as HdrHistogram has it. Subnormal numbers, of a
/// magnitude below 2.3e-308, are exact to 2^-1029 only.
/// </remarks>
internal static class SketchBuckets
{
    /// <summary>How many buckets an octave has: the values of one sign and one binary exponent.</summary>
    public const int PerOctave = 1 << SlotBits;

    private const int SlotBits = 6;
    private const int MantissaBits = 52;
    private const int SlotShift = MantissaBits - SlotBits;
    private const int InfiniteExponent = 0x7FF;
    private const int NegativeOctaves = 0x800;

    /// <summary>The octave of a value: its sign and exponent bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Octave(double value) => BitConverter.DoubleToUInt64Bits(value) >> MantissaBits;

    /// <summary>The bucket of a value within its octave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Slot(double value) => (nuint)(BitConverter.DoubleToUInt64Bits(value) >> SlotShift) & (PerOctave - 1);

    /// <summary>Whether the values of an octave are negative, so that its buckets are in falling order.</summary>
    public static bool IsNegative(long octave) => octave >= NegativeOctaves;

    /// <summary>A number by which octaves stand in the order of their values.</summary>
    public static int OrderOf(long octave) => IsNegative(octave) ? ~(int)(octave - NegativeOctaves) : (int)octave;

    /// <summary>The number of a bucket; numbers stand in the order of the values.</summary>
    public static int Key(long octave, int slot)
    {
        var magnitude = (((int)octave & InfiniteExponent) << SlotBits) | slot;
        return IsNegative(octave) ? ~magnitude : magnitude;
    }

    /// <summary>The number of a value's bucket.</summary>
    public static int KeyOf(double value) => Key((long)Octave(value), (int)Slot(value));

    /// <summary>What stands for the values of a bucket: the number whose relative distance to both ends is the same.</summary>
    public static double Estimate(int key)
    {
        var magnitude = key < 0 ? ~key : key;
        var lower = BitConverter.Int64BitsToDouble((long)magnitude << SlotShift);
        var estimate = magnitude switch
        {
            0 => 0,
            _ when magnitude >> SlotBits == InfiniteExponent => double.PositiveInfinity,
            _ => Between(lower, BitConverter.Int64BitsToDouble(((long)magnitude << SlotShift) | (1L << (SlotShift - 1)))),
        };
        return key < 0 ? -estimate : estimate;
    }

    // 2ab / (a + b) for the ends a and b, from a and the middle, which cannot overflow.
    private static double Between(double lower, double middle) => lower + ((middle - lower) * (lower / middle));
}
