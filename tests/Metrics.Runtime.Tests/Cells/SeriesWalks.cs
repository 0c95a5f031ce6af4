using TypedMetrics.Cells;

namespace TypedMetrics.Runtime.Tests.Cells;

internal static class SeriesWalks
{
    /// <summary>The indexes that a walk meets.</summary>
    public static List<int> IndexesFrom<TCell>(this SeriesTable<TCell> table, int index)
    {
        var indexes = new List<int>();
        var walk = table.From(index);
        while (walk.MoveNext())
        {
            Assert.Equal(table.Find(walk.Index), walk.Cell);
            indexes.Add(walk.Index);
        }

        return indexes;
    }
}
