using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedMetrics;

namespace Checkout;

/// <summary>Where the shop's requests and connections meet its metrics.</summary>
internal static class ShopMeasuring
{
    /// <summary>Counts and times each request of a group, whichever way it ends.</summary>
    public static RouteGroupBuilder Measure(this RouteGroupBuilder group, Endpoint endpoint) => group.AddEndpointFilter(async (call, next) =>
    {
        var timer = DurationTimer.Start();
        var status = StatusCodes.Status500InternalServerError; // unless it returns
        try
        {
            var result = await next(call);
            status = (result as IStatusCodeHttpResult)?.StatusCode ?? call.HttpContext.Response.StatusCode;
            return result;
        }
        finally
        {
            var method = HttpVerb.From(call.HttpContext.Request.Method);
            timer.ObserveTo(ShopMetrics.RequestDuration(endpoint));
            ShopMetrics.HttpRequests(new(method, endpoint, (HttpStatusCode)status)).Inc();
        }
    });

    /// <summary>Keeps the gauge of open connections.</summary>
    public static void CountConnections(this ListenOptions listener) => listener.Use(next => async connection =>
    {
        using (ShopMetrics.ActiveConnections.TrackInProgress())
        {
            await next(connection);
        }
    });
}
