namespace TypedMetrics.Cells;

/// <summary>
/// The word beside a cell that says whether its series is touched, and since when: 0 while it is not, else the time of the
/// first touch in ticks since 1970 above a bit that is always set.
/// </summary>
internal static class CellHeader
{
    // The formats write times in milliseconds.
    private const long Millisecond = TimeSpan.TicksPerMillisecond << 1;

    /// <summary>The header of a series that is touched now.</summary>
    /// <param name="now">The time.</param>
    /// <param name="previous">
    /// The header that the series had when it was removed, else 0. The new one is at least a millisecond later, even if the
    /// clock has stood still, since a reset shows by it.
    /// </param>
    public static long Touched(DateTimeOffset now, long previous)
    {
        var header = ((now.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) << 1) | 1;
        return previous == 0 ? header : Math.Max(header, previous + Millisecond);
    }

    /// <summary>The time of the first touch in Unix seconds.</summary>
    public static double Created(long header) => (header >> 1) / (double)TimeSpan.TicksPerSecond;
}
