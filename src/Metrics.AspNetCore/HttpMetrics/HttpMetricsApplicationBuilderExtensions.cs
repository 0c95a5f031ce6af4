using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TypedMetrics.AspNetCore;
using TypedMetrics.AspNetCore.DependencyInjection;
using TypedMetrics.AspNetCore.HttpMetrics;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds the measuring of HTTP requests to an application.</summary>
public static class HttpMetricsApplicationBuilderExtensions
{
    // The properties by which WebApplication and UseRouting tell each other of themselves.
    private const string WebApplicationRouting = "__GlobalEndpointRouteBuilder";
    private const string ExplicitRouting = "__EndpointRouteBuilder";

    /// <summary>
    /// Counts and times each request from here on: <c>http_server_requests_total{method,route,status}</c>,
    /// <c>http_server_request_duration_seconds{method,route}</c>, <c>http_server_requests_in_progress{method}</c>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The route is the template, such as <c>/orders/{id}</c>, for up to 200 templates, then <c>other</c>; requests that no
    /// route matches share the value <c>unmatched</c>. The path never appears. The status is the code, 100 to 599: 500
    /// where an exception leaves this middleware, 499 where it does so because the client has gone. The method is one of
    /// nine or <c>other</c>.
    /// </para>
    /// <para>
    /// Place it first, so that it sees everything. Endpoints with <c>ShortCircuit()</c> are handled within routing: to count
    /// them, call it before an explicit <c>UseRouting()</c>. Where routing comes later, a scrape under way is in the gauge.
    /// </para>
    /// </remarks>
    /// <param name="app">The application.</param>
    /// <param name="configure">Sets what is measured, and where it is counted.</param>
    /// <returns>The application.</returns>
    public static IApplicationBuilder UseHttpMetrics(this IApplicationBuilder app, Action<HttpMetricsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        var options = new HttpMetricsOptions();
        configure?.Invoke(options);
        var metrics = new HttpServerMetrics(options.Registry ?? app.ApplicationServices.GetCollectorRegistry());
        app.ApplicationServices.GetService<IHostApplicationLifetime>()?.ApplicationStopped.Register(metrics.Dispose);
        var routingIsEarlier = app.Properties.ContainsKey(ExplicitRouting);
        return app.Use(next => new HttpMetricsMiddleware(next, metrics, options, routingIsEarlier || HasImplicitRouting(app)).InvokeAsync);
    }

    /// <summary>WebApplication puts routing in front of everything, unless UseRouting has been called by now.</summary>
    private static bool HasImplicitRouting(IApplicationBuilder app) =>
        app.Properties.ContainsKey(WebApplicationRouting) && !app.Properties.ContainsKey(ExplicitRouting);
}
