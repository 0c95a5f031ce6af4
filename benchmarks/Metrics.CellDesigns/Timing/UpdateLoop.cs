using System.Runtime.CompilerServices;
using TypedMetrics.CellDesigns.Designs;

namespace TypedMetrics.CellDesigns.Timing;

/// <summary>Updates one after the other, with or without something between them.</summary>
internal static unsafe class UpdateLoop
{
    private static ulong _sink;

    /// <param name="design">What to call.</param>
    /// <param name="count">How often.</param>
    /// <param name="mask">Which bits of the count choose the series: 0 for a single one, 63 for all in turn.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Tight(Design design, int count, int mask)
    {
        var update = design.Update;
        for (var i = 0; i < count; i++)
        {
            var series = i & mask;
            update(series & 3, (series >> 2) & 3, series >> 4);
        }
    }

    /// <summary>The same with ten dependent multiplications, some 11 ns, before each.</summary>
    /// <inheritdoc cref="Tight"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void WithWork(Design design, int count, int mask)
    {
        var update = design.Update;
        var state = 0x9E37_79B9_7F4A_7C15;
        for (var i = 0; i < count; i++)
        {
            for (var step = 0; step < 10; step++)
            {
                state = (state * 6364136223846793005) + 1442695040888963407;
            }

            var series = i & mask;
            update(series & 3, (series >> 2) & 3, series >> 4);
        }

        _sink = state;
        GC.KeepAlive(_sink);
    }
}
