using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TypedMetrics.Exposition;

namespace TypedMetrics.AspNetCore.Scraping;

/// <summary>Takes a scrape from ASP.NET Core to the code that answers any host, and its answer back.</summary>
internal sealed partial class ScrapeHandler(ScrapeEndpoint endpoint, ILogger logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var request = new ScrapeRequest(
            context.Request.Method,
            context.Request.QueryString.Value,
            headers.Accept,
            headers.AcceptEncoding,
            headers[ScrapeTimeout.HeaderName]);
        using var response = await endpoint.RespondAsync(request, context.RequestAborted);
        context.Response.StatusCode = response.StatusCode;
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        try
        {
            await response.WriteBodyAsync(context.Response.BodyWriter, context.RequestAborted);
        }
        catch (Exception exception)
        {
            // A part of an exposition must not look like the whole: the connection breaks.
            if (!context.RequestAborted.IsCancellationRequested)
            {
                LogBroken(exception);
                context.Abort();
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A scrape failed halfway; its connection is closed.")]
    private partial void LogBroken(Exception exception);
}
