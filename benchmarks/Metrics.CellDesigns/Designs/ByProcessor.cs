using System.Runtime.CompilerServices;

namespace TypedMetrics.CellDesigns.Designs;

/// <summary>The processor that the thread runs on, as the runtime remembers it for some fifty calls.</summary>
internal readonly struct ByProcessor : IStripe
{
    public static nuint Number
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (nuint)Thread.GetCurrentProcessorId();
    }
}
