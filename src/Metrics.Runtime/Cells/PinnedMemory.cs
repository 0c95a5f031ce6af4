using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedMetrics.Cells;

/// <summary>Addresses in arrays that the collector does not move.</summary>
internal static unsafe class PinnedMemory
{
    /// <summary>The first address in a pinned array that is a multiple of a cache line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Align(long[] pinned) =>
        ((nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned)) + Stripes.LineSize - 1) & -Stripes.LineSize;
}
