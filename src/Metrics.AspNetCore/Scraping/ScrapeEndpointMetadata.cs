namespace TypedMetrics.AspNetCore.Scraping;

/// <summary>Marks the endpoints of <c>MapMetrics</c>.</summary>
internal sealed class ScrapeEndpointMetadata
{
    public static ScrapeEndpointMetadata Instance { get; } = new();

    private ScrapeEndpointMetadata()
    {
    }
}
