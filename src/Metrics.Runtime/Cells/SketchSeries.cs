namespace TypedMetrics.Cells;

/// <summary>What only the first observation of its kind and readers need of a summary's series.</summary>
/// <param name="index">The series' index.</param>
/// <param name="header">When it was touched: see <see cref="CellHeader"/>.</param>
/// <param name="epoch">The epoch in which it was touched.</param>
/// <param name="ageBuckets">How many epochs the window has.</param>
internal sealed class SketchSeries(int index, long header, long epoch, int ageBuckets)
{
    // Beyond these a stripe shares the pages of the first, so that values of every magnitude do not cost every stripe.
    private const int LargestOwnPages = 64;

    // For each stripe the pages that are its own, and those that have no place in its row.
    private readonly (int Own, int Further)[] _pageCounts = new (int Own, int Further)[Stripes.Count];
    private long[][] _pages = [];

    /// <summary>The series' index.</summary>
    public int Index { get; } = index;

    /// <summary>When it was touched.</summary>
    public long Header { get; } = header;

    /// <summary>The window; under the family's lock for readers.</summary>
    public SketchWindow Window { get; } = new(epoch, ageBuckets);

    /// <summary>The series with room for observations; under the family's lock.</summary>
    public object?[]? Opened { get; set; }

    /// <summary>The pages of all stripes, in the order of their values.</summary>
    public long[][] Pages => Volatile.Read(ref _pages);

    /// <summary>Makes, or finds in the first stripe, a page that a stripe does not have; under the family's lock.</summary>
    public long[] AddPage(object?[] sketch, nuint stripe, ulong octave)
    {
        long[] page;
        if (stripe != 0 && _pageCounts[stripe].Own >= LargestOwnPages)
        {
            page = Sketch.Find(sketch, 0, octave) ?? AddPage(sketch, 0, octave);
        }
        else
        {
            page = new long[1 + SketchBuckets.PerOctave];
            page[0] = (long)octave;
            _pageCounts[stripe].Own++;
            Insert(page);
        }

        if (Sketch.Add(sketch, stripe, _pageCounts[stripe].Further, page))
        {
            _pageCounts[stripe].Further++;
        }

        return page;
    }

    /// <summary>The number of observations.</summary>
    public long ReadCount()
    {
        var count = 0L;
        foreach (var page in Pages)
        {
            for (var i = 1; i < page.Length; i++)
            {
                count += Volatile.Read(ref page[i]);
            }
        }

        return count;
    }

    private void Insert(long[] page)
    {
        var order = SketchBuckets.OrderOf(page[0]);
        var at = Array.FindIndex(_pages, other => SketchBuckets.OrderOf(other[0]) > order);
        at = at < 0 ? _pages.Length : at;
        Volatile.Write(ref _pages, [.. _pages[..at], page, .. _pages[at..]]);
    }
}
