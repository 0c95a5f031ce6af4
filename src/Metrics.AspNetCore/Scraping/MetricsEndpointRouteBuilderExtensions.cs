using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TypedMetrics;
using TypedMetrics.AspNetCore;
using TypedMetrics.AspNetCore.DependencyInjection;
using TypedMetrics.AspNetCore.Scraping;
using TypedMetrics.Exposition;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds the endpoint that Prometheus scrapes.</summary>
public static class MetricsEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves scrapes at the pattern: text 0.0.4 or OpenMetrics 1.0.0 as the Accept header asks, compressed with gzip where
    /// that is accepted, with <c>name[]</c> only the families asked for. HEAD answers like GET without the body; any other
    /// method gets 405, and while the application stops a new scrape gets 503.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The route pattern.</param>
    /// <param name="registry">
    /// What is scraped. Unset: the registry from dependency injection, else <see cref="CollectorRegistry.Default"/>.
    /// </param>
    /// <returns>Takes authorization, host filters, rate limits and so on, as for any endpoint.</returns>
    public static IEndpointConventionBuilder MapMetrics(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern = "/metrics",
        CollectorRegistry? registry = null) =>
        endpoints.MapMetrics(pattern, new MetricsEndpointOptions { Registry = registry });

    /// <inheritdoc cref="MapMetrics(IEndpointRouteBuilder, string, CollectorRegistry?)"/>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The route pattern.</param>
    /// <param name="options">What is served.</param>
    public static IEndpointConventionBuilder MapMetrics(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        MetricsEndpointOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(options);
        var services = endpoints.ServiceProvider;
        var lifetime = services.GetService<IHostApplicationLifetime>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("TypedMetrics");
        var registry = options.Registry ?? services.GetCollectorRegistry();
        var scrapes = new ScrapeEndpoint(registry, options.Created, options.ScrapeLimit, services.GetService<TimeProvider>() ?? TimeProvider.System);
        lifetime?.ApplicationStopping.Register(() => scrapes.StopAsync());
        RegistryProblemLog.Attach(registry, logger, lifetime);
        return endpoints.Map(pattern, new ScrapeHandler(scrapes, logger).HandleAsync)
            .WithDisplayName("Prometheus metrics")
            .ExcludeFromDescription()
            .WithMetadata(ScrapeEndpointMetadata.Instance);
    }
}
