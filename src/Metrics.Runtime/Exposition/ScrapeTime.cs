namespace TypedMetrics.Exposition;

/// <summary>How long a scrape may wait for code of the user's, so that what it has to show is still sent in time.</summary>
/// <param name="limit">How long the scrape may take.</param>
/// <param name="clock">The clock.</param>
internal readonly struct ScrapeTime(TimeSpan limit, TimeProvider clock)
{
    /// <summary>What a scrape may take that comes from within the program and has no limit: as long as Prometheus waits unless it is told otherwise.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(10);

    private const double ShareBeforeScrape = 0.5;
    private const double ShareOfCallbacks = 0.75;

    private readonly long _start = clock.GetTimestamp();

    /// <summary>The clock.</summary>
    public TimeProvider Clock => clock;

    /// <summary>How long to wait yet for what runs before the scrape: until half of the time is gone.</summary>
    public TimeSpan LeftBeforeScrape => Left(ShareBeforeScrape);

    /// <summary>How long to wait yet for callbacks: until three quarters of the time are gone.</summary>
    public TimeSpan LeftForCallbacks => Left(ShareOfCallbacks);

    private TimeSpan Left(double share)
    {
        var left = (limit * share) - clock.GetElapsedTime(_start);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
