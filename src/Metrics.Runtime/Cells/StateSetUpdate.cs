namespace TypedMetrics.Cells;

/// <summary>An update of a state set.</summary>
/// <param name="kept">The states that stay as they are.</param>
/// <param name="set">The states that are true then.</param>
internal readonly struct StateSetUpdate(long kept, long set) : ICellUpdate
{
    /// <inheritdoc/>
    public bool TryApply(nint cell) => StateSetCell.TryUpdate(cell, kept, set);

    /// <inheritdoc/>
    public void Begin(nint cell) => Volatile.Write(ref StateSetCell.Word(cell), set | StateSetCell.Touched);
}
