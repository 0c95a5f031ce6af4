using System.Runtime.CompilerServices;

namespace TypedMetrics.Cells;

/// <summary>Adding to a double that other threads add to.</summary>
internal static unsafe class AtomicDouble
{
    /// <summary>Adds; a full fence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(double* cell, double value) => Add(cell, BitConverter.DoubleToInt64Bits(*cell), value);

    /// <summary>
    /// Adds, where the cell's bits have been read already: before another interlocked operation, so that the addition does not
    /// wait for its end. Bits that are not the cell's any more only cost a second attempt.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(double* cell, long seen, double value) => Add(ref *cell, seen, value);

    /// <inheritdoc cref="Add(double*, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref double cell, double value) => Add(ref cell, BitConverter.DoubleToInt64Bits(cell), value);

    /// <inheritdoc cref="Add(double*, long, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref double cell, long seen, double value)
    {
        while (true)
        {
            var next = BitConverter.DoubleToInt64Bits(BitConverter.Int64BitsToDouble(seen) + value);
            var found = Interlocked.CompareExchange(ref Unsafe.As<double, long>(ref cell), next, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }
}
