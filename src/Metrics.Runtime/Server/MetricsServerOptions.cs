namespace TypedMetrics;

/// <summary>What a <see cref="MetricsServer"/> serves, and where.</summary>
public sealed record MetricsServerOptions
{
    /// <summary>
    /// Where to listen: an IP address, <c>localhost</c> for loopback, <c>*</c> for all interfaces, or a name of this
    /// machine. Unless set, loopback; inside a container all interfaces, since nothing outside could reach it otherwise.
    /// </summary>
    public string? Host { get; init; }

    /// <summary>The path of the scrape, beginning with a slash.</summary>
    public string Path { get; init; } = "/metrics";

    /// <summary>What is scraped; <see cref="CollectorRegistry.Default"/> unless set.</summary>
    public CollectorRegistry? Registry { get; init; }

    /// <summary>Whether OpenMetrics has <c>_created</c> samples. See <see cref="ExpositionOptions.Created"/>.</summary>
    public bool Created { get; init; }

    /// <summary>Whether to keep from saying on standard error where the server listens.</summary>
    public bool Quiet { get; init; }

    /// <summary>How long a scrape may take at most, whatever the scraper's own limit: 1 minute unless set; 24 days at most.</summary>
    public TimeSpan ScrapeLimit { get; init; } = Exposition.ScrapeEndpoint.DefaultLimit;

    /// <summary>How long disposal waits for running scrapes before it breaks them off: 5 seconds unless set; 24 days at most.</summary>
    public TimeSpan ShutdownLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many connections may be open at once: 100 unless set. More get 503.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>The clock of all time limits.</summary>
    internal TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
