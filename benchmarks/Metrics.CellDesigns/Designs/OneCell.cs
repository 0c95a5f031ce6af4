using System.Runtime.CompilerServices;

namespace TypedMetrics.CellDesigns.Designs;

/// <summary>One interlocked cell for each series, one behind the other; fractions have cells of their own.</summary>
internal static unsafe class OneCell
{
    private static readonly long* Cells = (long*)Lines.Keep(Bytes(SeriesIndex.Count));
    private static readonly double* Fractions = (double*)Lines.Keep(Bytes(SeriesIndex.Count));

    public static int Bytes(int series) => series * sizeof(long);

    public static void Increment(int method, int endpoint, int outcome) => Interlocked.Increment(ref Cells[SeriesIndex.Of(method, endpoint, outcome)]);

    public static void AddHalf(int method, int endpoint, int outcome) => AtomicDouble.Add(ref Fractions[SeriesIndex.Of(method, endpoint, outcome)], 0.5);

    /// <summary>The sum of all series.</summary>
    public static double Read()
    {
        var sum = 0.0;
        for (var index = 0; index < SeriesIndex.Count; index++)
        {
            sum += Volatile.Read(ref Cells[index]) + Volatile.Read(ref Fractions[index]);
        }

        return sum;
    }
}
