namespace TypedMetrics.Cells;

/// <summary>The series of a hash table in the order of their indexes, as they were at one time. Immutable.</summary>
/// <param name="Table">The table; <see langword="null"/> where another has taken its place.</param>
/// <param name="Changes">The table's changes before it was read: while it has no more, the cells are the table's.</param>
/// <param name="Indexes">The indexes, increasing.</param>
/// <param name="Cells">Their cells.</param>
internal sealed record SortedSeries<TCell>(HashedCells<TCell>? Table, int Changes, int[] Indexes, TCell?[] Cells)
{
    /// <summary>Whether the cells are still those of a table.</summary>
    public bool Is(HashedCells<TCell> table) => table == Table && table.Changes == Changes;
}
