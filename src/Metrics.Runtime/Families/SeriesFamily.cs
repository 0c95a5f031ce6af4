using System.ComponentModel;
using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

/// <summary>A metric whose series have a cell each, found by the series' index. Safe for any thread.</summary>
/// <typeparam name="TCell">An address or a reference; its default stands for none.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SeriesFamily<TCell> : MetricFamily
{
    private readonly SeriesTable<TCell> _cells;

    private protected SeriesFamily(MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock)
        : base(declaration, descriptor, clock) => _cells = new SeriesTable<TCell>(SeriesCount);

    /// <inheritdoc/>
    internal override bool Write(SampleWriter writer, SeriesLabels labels, ref int cursor)
    {
        var walk = _cells.From(cursor);
        while (walk.MoveNext())
        {
            labels.ForgetBefore(Recycled);
            if (WriteSeries(writer, labels, walk.Index, walk.Cell) && writer.ShouldPause)
            {
                cursor = walk.Index + 1;
                return false;
            }
        }

        // A walk over addresses does not keep what they point into.
        GC.KeepAlive(this);
        return true;
    }

    /// <summary>The cells of a small index space; see <see cref="SeriesTable{TCell}.Dense"/>.</summary>
    private protected TCell?[] Dense => _cells.Dense;

    /// <summary>Writes one series; false where it is not touched.</summary>
    private protected abstract bool WriteSeries(SampleWriter writer, SeriesLabels labels, int index, TCell cell);

    /// <summary>The cell of a series, or the default.</summary>
    private protected TCell? Find(int index) => _cells.Find(index);

    /// <summary>
    /// Whether a cell was given back since a walk came to it, so that what was read there is perhaps another series' by now: a
    /// scrape may have been suspended in between.
    /// </summary>
    private protected bool IsGivenBack(int index, TCell cell) => Expires && !EqualityComparer<TCell>.Default.Equals(Find(index), cell);

    /// <summary>Gives a series a cell, or takes it away by the default; under the lock.</summary>
    private protected void Place(int index, TCell? cell) => _cells.Set(index, cell);

    /// <summary>Goes through the series that have a cell, from an index on.</summary>
    private protected SeriesWalk<TCell> From(int index) => _cells.From(index);

    private protected sealed override void ForEachSeries(Action<int> action)
    {
        var walk = _cells.From(0);
        while (walk.MoveNext())
        {
            action(walk.Index);
        }
    }
}
