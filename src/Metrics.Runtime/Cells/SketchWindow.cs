namespace TypedMetrics.Cells;

/// <summary>
/// The sliding window of a summary's series. Counts only grow; at the beginning of each epoch a copy of them is kept, and the
/// window is what has come since the copy at the beginning of the oldest epoch in it. Not thread-safe: the family's lock for
/// readers is held.
/// </summary>
/// <remarks>
/// An observation is a member of the window for <c>ageBuckets - 1</c> to <c>ageBuckets</c> epochs. Where an epoch was not begun
/// in time, what has come meanwhile counts as of the epoch before, so that nothing older than the window is ever in it.
/// </remarks>
internal sealed class SketchWindow
{
    // At the beginning of each epoch of the window, the oldest first.
    private readonly SketchCounts[] _starts;

    // Of as many epochs before this one: one more than the window has, since an observation that is just being made when an
    // epoch begins can leave its extremes in the one and its count in the other.
    private readonly Extremes[] _extremes;

    private long _epoch;
    private int _quiet;
    private SketchCounts? _spare;

    public SketchWindow(long epoch, int ageBuckets)
    {
        _epoch = epoch;
        _starts = new SketchCounts[ageBuckets];
        _extremes = new Extremes[ageBuckets];
        Array.Fill(_starts, SketchCounts.Empty);
        Array.Fill(_extremes, Extremes.None);
    }

    /// <summary>Begins an epoch, if it has not begun.</summary>
    /// <param name="epoch">The present epoch.</param>
    /// <param name="sketch">The series.</param>
    /// <param name="scratch">For counts.</param>
    public void Advance(long epoch, object?[] sketch, SketchCounts scratch)
    {
        var steps = (int)Math.Min(epoch - _epoch, _starts.Length);
        _epoch = epoch;

        // Not above 0 where the clock was set back: the epoch that was goes on.
        if (steps <= 0)
        {
            return;
        }

        var extremes = Sketch.ReadExtremes(sketch, take: true);
        var latest = Latest(extremes, sketch, scratch);
        var dropped = _starts[steps - 1];
        Shift(_starts, steps, latest, latest);
        Shift(_extremes, steps, extremes, Extremes.None);
        if (dropped != SketchCounts.Empty && !_starts.Contains(dropped))
        {
            _spare = dropped;
        }
    }

    /// <summary>Reads quantiles of the window, NaN where it is empty.</summary>
    /// <param name="sketch">The series.</param>
    /// <param name="counts">The counts as they are now.</param>
    /// <param name="quantiles">The quantiles, from 0 to 1, not decreasing.</param>
    /// <param name="values">Takes as many values.</param>
    public void Read(object?[] sketch, SketchCounts counts, ReadOnlySpan<double> quantiles, Span<double> values)
    {
        var extremes = Sketch.ReadExtremes(sketch, take: false);
        foreach (var earlier in _extremes)
        {
            extremes = extremes.And(earlier);
        }

        SketchQuantiles.Read(counts, _starts[0], extremes, quantiles, values);
    }

    // A copy of the counts. Each observation leaves extremes, so none means that none was made; one that was just being made
    // at the last time is found by one copy more.
    private SketchCounts Latest(Extremes extremes, object?[] sketch, SketchCounts scratch)
    {
        var newest = _starts[^1];
        _quiet = extremes.IsEmpty ? Math.Min(_quiet + 1, 2) : 0;
        if (_quiet == 2)
        {
            return newest;
        }

        scratch.Read(Sketch.SeriesOf(sketch).Pages);
        if (scratch.Total == newest.Total)
        {
            return newest;
        }

        var copy = _spare ?? new SketchCounts();
        _spare = null;
        copy.Copy(scratch);
        return copy;
    }

    private static void Shift<T>(T[] ring, int steps, T next, T further)
    {
        Array.Copy(ring, steps, ring, 0, ring.Length - steps);
        ring[^steps] = next;
        ring.AsSpan(ring.Length - steps + 1).Fill(further);
    }
}
