using Microsoft.AspNetCore.Http;

namespace TypedMetrics.AspNetCore;

/// <summary>What <c>UseHttpMetrics</c> measures, and where it counts. Read once, when the pipeline is built.</summary>
public sealed class HttpMetricsOptions
{
    /// <summary>
    /// The registry that gets the metrics. Unset: the registry from dependency injection, else
    /// <see cref="CollectorRegistry.Default"/>.
    /// </summary>
    public CollectorRegistry? Registry { get; set; }

    /// <summary>
    /// Whether requests to the endpoints of <c>MapMetrics</c> are measured too. Off unless set: a scrape says nothing about
    /// the traffic.
    /// </summary>
    public bool IncludeScrapes { get; set; }

    /// <summary>
    /// Whether a request is measured, asked before it is handled; <see langword="null"/> measures all. It must be safe for
    /// any thread. An endpoint with <c>DisableHttpMetrics()</c> is never measured.
    /// </summary>
    public Func<HttpContext, bool>? Filter { get; set; }
}
