namespace TypedMetrics.Cells;

/// <summary>An update of a gauge: its value is set, or added to.</summary>
internal readonly struct GaugeUpdate(double value, bool isSet) : ICellUpdate
{
    /// <inheritdoc/>
    public bool TryApply(nint cell) => isSet ? GaugeCell.TrySet(cell, value) : GaugeCell.TryAdd(cell, value);

    /// <inheritdoc/>
    public void Begin(nint cell) => Volatile.Write(ref GaugeCell.Bits(cell), GaugeCell.BitsOf(value));
}
