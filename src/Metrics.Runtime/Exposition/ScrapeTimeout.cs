using System.Globalization;

namespace TypedMetrics.Exposition;

/// <summary>How long a scrape may take.</summary>
internal static class ScrapeTimeout
{
    /// <summary>The header in which Prometheus and VictoriaMetrics say how long they wait, in seconds.</summary>
    public const string HeaderName = "X-Prometheus-Scrape-Timeout-Seconds";

    // A part of the scraper's patience is left to the network, but never more than half a second.
    private const double Share = 0.1;
    private const double LongestMargin = 0.5;

    /// <summary>
    /// What the header says less a margin for the network, but not more than <paramref name="limit"/>; the limit where the
    /// header is absent or makes no sense.
    /// </summary>
    public static TimeSpan Choose(string? header, TimeSpan limit)
    {
        var isNumber = double.TryParse(
            header,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var seconds);
        if (!isNumber || !(seconds > 0) || double.IsInfinity(seconds))
        {
            return limit;
        }

        seconds -= Math.Min(seconds * Share, LongestMargin);
        return seconds < limit.TotalSeconds ? TimeSpan.FromSeconds(seconds) : limit;
    }
}
