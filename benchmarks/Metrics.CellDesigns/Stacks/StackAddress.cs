using System.Runtime.CompilerServices;

namespace TypedMetrics.CellDesigns.Stacks;

/// <summary>Where this thread's stack is now.</summary>
internal static unsafe class StackAddress
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static ulong Here()
    {
        byte local;
        return (ulong)&local;
    }
}
