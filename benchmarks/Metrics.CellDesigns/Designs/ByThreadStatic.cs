using System.Runtime.CompilerServices;

namespace TypedMetrics.CellDesigns.Designs;

/// <summary>A number that each thread takes once, the next one in turn.</summary>
internal readonly struct ByThreadStatic : IStripe
{
    private static int _taken;

    [ThreadStatic]
    private static int _number;

    public static nuint Number
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var number = _number;
            return (uint)(number != 0 ? number : Take());
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Take() => _number = Interlocked.Increment(ref _taken);
}
