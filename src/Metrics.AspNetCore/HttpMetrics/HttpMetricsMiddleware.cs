using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using TypedMetrics.AspNetCore.Scraping;

namespace TypedMetrics.AspNetCore.HttpMetrics;

/// <summary>
/// Counts and times each request. It may stand before or after routing: the route is read before the request is handled
/// where it is known then, else afterwards. A request that is handled without waiting allocates nothing here, any other
/// the one task that awaits it.
/// </summary>
internal sealed class HttpMetricsMiddleware(
    RequestDelegate next,
    HttpServerMetrics metrics,
    HttpMetricsOptions options,
    bool routingIsEarlier)
{
    private const int ClientClosedRequest = 499;

    public Task InvokeAsync(HttpContext context)
    {
        var matched = context.GetEndpoint();
        if (IsExcluded(matched) || options.Filter?.Invoke(context) == false)
        {
            return next(context);
        }

        var request = new Request(context, matched, HttpVerb.From(context.Request.Method), DurationTimer.Start());
        metrics.RequestsInProgress(request.Method).Inc();
        Task handling;
        try
        {
            handling = next(context);
        }
        catch (Exception exception)
        {
            Count(request, exception);
            throw;
        }

        if (!handling.IsCompletedSuccessfully)
        {
            return CountAfterAsync(handling, request);
        }

        Count(request, null);
        return handling;
    }

    private async Task CountAfterAsync(Task handling, Request request)
    {
        try
        {
            await handling;
        }
        catch (Exception exception)
        {
            Count(request, exception);
            throw;
        }

        Count(request, null);
    }

    private void Count(in Request request, Exception? exception)
    {
        metrics.RequestsInProgress(request.Method).Dec();
        var endpoint = request.Matched;
        if (endpoint is null && IsExcluded(endpoint = MatchedLater(request.Context)))
        {
            return;
        }

        var route = RouteTemplate.Of(endpoint);
        request.Timer.ObserveTo(metrics.RequestDuration(request.Method, route));
        metrics.Requests(request.Method, route, StatusOf(request.Context, exception)).Inc();
    }

    /// <summary>
    /// The endpoint of a request that had none when it came by. An error page, which has an endpoint of its own, does not
    /// count: the request belongs to the one that failed, or to none.
    /// </summary>
    private Endpoint? MatchedLater(HttpContext context)
    {
        if (context.Features.Get<IExceptionHandlerFeature>() is { } failure)
        {
            return failure.Endpoint;
        }

        var isErrorPage = routingIsEarlier
            && context.Response.StatusCode >= StatusCodes.Status400BadRequest
            && context.Features.Get<IStatusCodePagesFeature>() is not null;
        return isErrorPage ? null : context.GetEndpoint();
    }

    /// <summary>The status that the server answers an exception with, which at this point has not been set.</summary>
    private static int StatusOf(HttpContext context, Exception? exception) => exception switch
    {
        null => context.Response.StatusCode,
        BadHttpRequestException refused => refused.StatusCode,
        OperationCanceledException or IOException when context.RequestAborted.IsCancellationRequested => ClientClosedRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    private bool IsExcluded(Endpoint? endpoint) => endpoint is not null
        && (endpoint.Metadata.GetMetadata<IDisableHttpMetricsMetadata>() is not null
            || (!options.IncludeScrapes && endpoint.Metadata.GetMetadata<ScrapeEndpointMetadata>() is not null));

    private readonly record struct Request(HttpContext Context, Endpoint? Matched, HttpVerb Method, DurationTimer Timer);
}
