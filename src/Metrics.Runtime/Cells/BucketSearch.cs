using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedMetrics.Cells;

/// <summary>Finds the bucket of an observation: the first whose inclusive upper bound is not below it.</summary>
internal static unsafe class BucketSearch
{
    /// <summary>The number of bounds that are looked at together: four vectors, which do not wait for each other.</summary>
    public const int Step = 16;

    private const int LongestScan = 64;

    /// <summary>The bounds, padded by infinities to a multiple of <see cref="Step"/>, at least one, on memory that does not move.</summary>
    public static double[] Pad(ReadOnlySpan<double> bounds)
    {
        var padded = GC.AllocateUninitializedArray<double>(Math.Max(1, (bounds.Length + Step - 1) / Step) * Step, pinned: true);
        padded.AsSpan().Fill(double.PositiveInfinity);
        bounds.CopyTo(padded);
        return padded;
    }

    /// <summary>The number of bounds below the value, which is the bucket's ordinal; not for NaN.</summary>
    /// <param name="bounds">What <see cref="Pad"/> gave.</param>
    /// <param name="length">Its length.</param>
    /// <param name="value">The observation.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Find(double* bounds, int length, double value)
    {
        if (!Vector256.IsHardwareAccelerated || length > LongestScan)
        {
            return FindByHalves(bounds, length, value);
        }

        var below = 0;
        var values = Vector256.Create(value);
        var end = bounds + length;
        do
        {
            below += Below(bounds, values) + Below(bounds + 4, values) + Below(bounds + 8, values) + Below(bounds + 12, values);
            bounds += Step;
        }
        while (bounds != end);

        return (nuint)below;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Below(double* bounds, Vector256<double> values) =>
        BitOperations.PopCount(Vector256.LessThan(Vector256.Load(bounds), values).ExtractMostSignificantBits());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nuint FindByHalves(double* bounds, int length, double value)
    {
        var low = 0;
        var high = length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (bounds[middle] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return (nuint)low;
    }
}
