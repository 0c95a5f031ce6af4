using System.Runtime.CompilerServices;

namespace TypedMetrics.CellDesigns.Designs;

/// <summary>
/// Where the thread's stack lies on a circle, one turn of which is 7 or 13 quarters of a megabyte, so that stacks at
/// usual distances lie apart on it.
/// </summary>
internal readonly unsafe struct ByStackCircle : IStripe
{
    private static readonly ulong Winding = WindingFor(Lines.Stripes);

    public static nuint Number
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        [SkipLocalsInit]
        get
        {
            byte local;
            return (nuint)(((ulong)(nuint)(&local) * Winding) >> 60);
        }
    }

    /// <summary>One turn is 2^64 where there are 16 stripes, 2^63 where there are 8: the mask cuts off the rest.</summary>
    public static ulong WindingFor(int stripes)
    {
        var turn = (UInt128)(1 << 18) * (stripes > 8 ? 13u : 7u);
        return (ulong)((((UInt128)(uint)stripes << 60) + (turn / 2)) / turn);
    }
}
