namespace TypedMetrics.Cells;

/// <summary>
/// The pages of one stripe that have no place in its row: a hash table by octave, with open addressing. Read without a lock;
/// written under the family's.
/// </summary>
internal static class SketchPages
{
    private const int SmallestTable = 4;

    /// <summary>The page of an octave, or <see langword="null"/>.</summary>
    public static long[]? Find(long[]?[]? table, ulong octave)
    {
        if (table is null)
        {
            return null;
        }

        for (var i = (int)octave & (table.Length - 1); table[i] is { } page; i = (i + 1) & (table.Length - 1))
        {
            if (Sketch.OctaveOf(page) == (long)octave)
            {
                return page;
            }
        }

        return null;
    }

    /// <summary>A table with one page more: the same one, or a larger one where it would be more than half full.</summary>
    /// <param name="table">The table, or <see langword="null"/> for none.</param>
    /// <param name="count">How many pages it has.</param>
    /// <param name="page">The page.</param>
    public static long[]?[] With(long[]?[]? table, int count, long[] page)
    {
        if (table is null || 2 * count >= table.Length)
        {
            var larger = new long[]?[Math.Max(2 * (table?.Length ?? 0), SmallestTable)];
            foreach (var one in table ?? [])
            {
                if (one is not null)
                {
                    Insert(larger, one);
                }
            }

            table = larger;
        }

        Insert(table, page);
        return table;
    }

    private static void Insert(long[]?[] table, long[] page)
    {
        var i = (int)Sketch.OctaveOf(page) & (table.Length - 1);
        while (table[i] is not null)
        {
            i = (i + 1) & (table.Length - 1);
        }

        Volatile.Write(ref table[i], page);
    }
}
