namespace TypedMetrics.Exposition;

/// <summary>What of an HTTP request matters to a scrape.</summary>
/// <param name="Method">The method, as it was sent.</param>
/// <param name="Query">The query, as it was sent, with or without its <c>?</c>.</param>
/// <param name="Accept">The values of the Accept headers.</param>
/// <param name="AcceptEncoding">The values of the Accept-Encoding headers.</param>
/// <param name="Timeout">The value of the header <see cref="ScrapeTimeout.HeaderName"/>.</param>
internal readonly record struct ScrapeRequest(
    string Method,
    string? Query,
    IEnumerable<string?> Accept,
    IEnumerable<string?> AcceptEncoding,
    string? Timeout);
