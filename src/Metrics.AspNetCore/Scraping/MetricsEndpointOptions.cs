using TypedMetrics.Exposition;

namespace TypedMetrics.AspNetCore;

/// <summary>What an endpoint of <c>MapMetrics</c> serves.</summary>
public sealed record MetricsEndpointOptions
{
    /// <summary>
    /// What is scraped. Unset: the registry from dependency injection, else <see cref="CollectorRegistry.Default"/>.
    /// </summary>
    public CollectorRegistry? Registry { get; init; }

    /// <summary>Whether OpenMetrics has <c>_created</c> samples. See <see cref="ExpositionOptions.Created"/>.</summary>
    public bool Created { get; init; }

    /// <summary>How long a scrape may take at most, whatever the scraper's own limit: 1 minute unless set; 24 days at most.</summary>
    public TimeSpan ScrapeLimit { get; init; } = ScrapeEndpoint.DefaultLimit;
}
