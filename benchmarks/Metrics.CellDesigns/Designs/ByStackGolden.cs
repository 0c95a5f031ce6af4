using System.Runtime.CompilerServices;

namespace TypedMetrics.CellDesigns.Designs;

/// <summary>A hash of where the thread's stack lies: 1 MB shares a number, the golden ratio spreads them.</summary>
internal readonly unsafe struct ByStackGolden : IStripe
{
    public const int Shift = 20;
    public const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    public static nuint Number
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        [SkipLocalsInit]
        get
        {
            byte local;
            return (nuint)((((ulong)(nuint)(&local) >> Shift) * Multiplier) >> 60);
        }
    }
}
