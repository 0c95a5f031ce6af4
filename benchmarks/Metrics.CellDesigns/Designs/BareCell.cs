namespace TypedMetrics.CellDesigns.Designs;

/// <summary>The floor: one interlocked increment behind the same signature.</summary>
internal static class BareCell
{
    private static long _cell;

    public static void Increment(int method, int endpoint, int outcome) => Interlocked.Increment(ref _cell);

    public static double Read() => Interlocked.Read(ref _cell);
}
