namespace TypedMetrics.Cells;

/// <summary>An update of a cell that is one word, in which also stands whether its series is touched.</summary>
internal interface ICellUpdate
{
    /// <summary>Updates the cell of a touched series in one atomic step; false where it is not touched.</summary>
    bool TryApply(nint cell);

    /// <summary>Touches a series by the update, as its first; under the family's lock.</summary>
    void Begin(nint cell);
}
