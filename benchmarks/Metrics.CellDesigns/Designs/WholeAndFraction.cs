namespace TypedMetrics.CellDesigns.Designs;

/// <summary>The whole and the fractional part side by side: four series share a line.</summary>
internal readonly struct WholeAndFraction : ILayout
{
    public static int CellSize => 2 * sizeof(long);

    public static nint FractionOffset => sizeof(long);

    public static int Bytes(int series, bool fractions) => series * CellSize * Lines.Stripes;
}
