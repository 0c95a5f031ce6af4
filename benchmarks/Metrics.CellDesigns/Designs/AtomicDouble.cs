using System.Runtime.CompilerServices;

namespace TypedMetrics.CellDesigns.Designs;

/// <summary>Adding to a double that other threads add to.</summary>
internal static class AtomicDouble
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref double cell, double value)
    {
        var seen = cell;
        while (true)
        {
            var found = Interlocked.CompareExchange(ref cell, seen + value, seen);
            if (BitConverter.DoubleToInt64Bits(found) == BitConverter.DoubleToInt64Bits(seen))
            {
                return;
            }

            seen = found;
        }
    }
}
