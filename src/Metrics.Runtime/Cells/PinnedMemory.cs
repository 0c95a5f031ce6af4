using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace TypedMetrics.Cells;

/// <summary>Addresses in arrays that the collector does not move.</summary>
internal static unsafe class PinnedMemory
{
    /// <summary>The first address in a pinned array that is a multiple of a cache line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Align(long[] pinned) =>
        ((nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned)) + Stripes.LineSize - 1) & -Stripes.LineSize;

    /// <summary>Asks the processor for memory that will be read soon.</summary>
    /// <param name="address">Where it begins, on a cache line.</param>
    /// <param name="size">Its bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(nint address, int size)
    {
        if (Sse.IsSupported)
        {
            for (var offset = 0; offset < size; offset += Stripes.LineSize)
            {
                Sse.Prefetch0((void*)(address + offset));
            }
        }
    }
}
