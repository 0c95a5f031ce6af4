using System.Runtime.CompilerServices;

namespace TypedMetrics.CellDesigns.Designs;

/// <summary>
/// Cells with a copy in each stripe. The lines of a block lie behind one another, one for each stripe, and so many series
/// share a block as cells fit into a line.
/// </summary>
internal static unsafe class StripedCells<TStripe, TLayout>
    where TStripe : struct, IStripe
    where TLayout : struct, ILayout
{
    private static readonly nint Cells = Lines.Keep(TLayout.Bytes(SeriesIndex.Count, fractions: true));
    private static readonly nuint BlockSize = (nuint)(Lines.Stripes * Lines.Size);
    private static readonly nint Fractions = TLayout.FractionOffset;

    public static void Increment(int method, int endpoint, int outcome) => Interlocked.Increment(ref *(long*)Cell(method, endpoint, outcome));

    public static void AddHalf(int method, int endpoint, int outcome) =>
        AtomicDouble.Add(ref *(double*)(Cell(method, endpoint, outcome) + Fractions), 0.5);

    /// <summary>The sum of all series.</summary>
    public static double Read()
    {
        var sum = 0.0;
        for (var index = (nuint)0; index < SeriesIndex.Count; index++)
        {
            for (var stripe = 0; stripe < Lines.Stripes; stripe++)
            {
                var cell = First(index) + (stripe * Lines.Size);
                sum += Volatile.Read(ref *(long*)cell) + Volatile.Read(ref *(double*)(cell + Fractions));
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Cell(int method, int endpoint, int outcome) =>
        First(SeriesIndex.Of(method, endpoint, outcome)) + (nint)((TStripe.Number & Lines.StripeMask) * Lines.Size);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint First(nuint index)
    {
        var perBlock = (nuint)(Lines.Size / TLayout.CellSize);
        return Cells + (nint)((index / perBlock * BlockSize) + (index % perBlock * (nuint)TLayout.CellSize));
    }
}
