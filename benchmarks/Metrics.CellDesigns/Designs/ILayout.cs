namespace TypedMetrics.CellDesigns.Designs;

/// <summary>Where the parts of a striped cell lie.</summary>
internal interface ILayout
{
    /// <summary>The bytes of one series in one stripe.</summary>
    static abstract int CellSize { get; }

    /// <summary>From the whole part of a cell to the fractional one.</summary>
    static abstract nint FractionOffset { get; }

    /// <summary>The bytes that so many series take.</summary>
    static abstract int Bytes(int series, bool fractions);
}
