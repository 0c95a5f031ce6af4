namespace TypedMetrics.CellDesigns.Designs;

/// <summary>Eight series share a line; their fractional parts, where there are any, have lines of their own behind those of all whole parts.</summary>
internal readonly struct FractionsElsewhere : ILayout
{
    public static int CellSize => sizeof(long);

    public static nint FractionOffset => Bytes(SeriesIndex.Count, fractions: false);

    public static int Bytes(int series, bool fractions) => series * CellSize * Lines.Stripes * (fractions ? 2 : 1);
}
