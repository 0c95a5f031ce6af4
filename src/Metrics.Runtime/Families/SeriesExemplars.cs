namespace TypedMetrics.Families;

/// <summary>The exemplars of one life of a series, from a touch to a removal.</summary>
/// <param name="life">The series' header: see <see cref="Cells.CellHeader"/>.</param>
/// <param name="slots">A histogram's buckets, or 1.</param>
internal sealed class SeriesExemplars(long life, int slots)
{
    /// <summary>The series' header, which is higher in each later life.</summary>
    public long Life { get; } = life;

    /// <summary>The exemplars.</summary>
    public KeptExemplar?[] Slots { get; } = new KeptExemplar?[slots];
}
