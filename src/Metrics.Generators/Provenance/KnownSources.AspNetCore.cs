namespace TypedMetrics.Generators.Provenance;

internal static partial class KnownSources
{
    private static MemberRow<OriginKind>[] AspNetCoreMembers =>
    [
        new("Microsoft.AspNetCore.Http.HttpRequest", OriginKind.RequestPath, "Path"),
        new("Microsoft.AspNetCore.Http.HttpRequest", OriginKind.RequestQuery, "Query", "QueryString"),
        new("Microsoft.AspNetCore.Http.HttpRequest", OriginKind.RequestHeader, "Headers", "Cookies", "ContentType", "ContentLength"),
        new("Microsoft.AspNetCore.Http.HttpRequest", OriginKind.RequestBody, "Body", "BodyReader", "Form", "ReadFormAsync"),
        new("Microsoft.AspNetCore.Http.HttpRequest", OriginKind.RequestHost, "Host"),
        new("Microsoft.AspNetCore.Http.HttpRequest", OriginKind.RouteValue, "RouteValues"),
        new("Microsoft.AspNetCore.Http.HttpRequestJsonExtensions", OriginKind.RequestBody, "ReadFromJsonAsync"),
        new("Microsoft.AspNetCore.Http.Extensions.UriHelper", OriginKind.RequestPath,
            "GetDisplayUrl", "GetEncodedUrl", "GetEncodedPathAndQuery"),
        new("Microsoft.AspNetCore.Http.Features.IHttpRequestFeature", OriginKind.RequestPath, "Path", "RawTarget"),
        new("Microsoft.AspNetCore.Http.Features.IHttpRequestFeature", OriginKind.RequestQuery, "QueryString"),
        new("Microsoft.AspNetCore.Http.Features.IHttpRequestFeature", OriginKind.RequestHeader, "Headers"),
        new("Microsoft.AspNetCore.Http.Features.IHttpRequestFeature", OriginKind.RequestBody, "Body"),
        new("Microsoft.AspNetCore.Diagnostics.IExceptionHandlerPathFeature", OriginKind.RequestPath, "Path"),
        new("Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature", OriginKind.RequestPath, "OriginalPath"),
        new("Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature", OriginKind.RequestQuery, "OriginalQueryString"),
        new("Microsoft.AspNetCore.Http.IFormFileCollection", OriginKind.RequestBody),
        new("Microsoft.AspNetCore.Http.Headers.RequestHeaders", OriginKind.RequestHeader),
        new("Microsoft.AspNetCore.Http.HeaderDictionaryTypeExtensions", OriginKind.RequestHeader, "GetTypedHeaders"),
        new("Microsoft.AspNetCore.Http.HttpRequest", OriginKind.RequestPath, "PathBase"),
        new("Microsoft.AspNetCore.Http.IFormFile", OriginKind.RequestBody, "FileName", "Name", "ContentType", "ContentDisposition"),

        // Route values are what the request says; the template is RoutePattern.RawText and bounded
        new("Microsoft.AspNetCore.Routing.RoutingHttpContextExtensions", OriginKind.RouteValue, "GetRouteValue"),
        new("Microsoft.AspNetCore.Routing.RouteData", OriginKind.RouteValue, "Values"),
        new("Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext", OriginKind.RouteValue, "ActionArguments"),

        new("Microsoft.AspNetCore.Http.HttpContext", OriginKind.TraceId, "TraceIdentifier"),
        new("Microsoft.AspNetCore.Http.ConnectionInfo", OriginKind.TraceId, "Id"),
        new("Microsoft.AspNetCore.Http.ConnectionInfo", OriginKind.RemoteAddress, "RemoteIpAddress", "RemotePort"),
        new("Microsoft.AspNetCore.Connections.ConnectionContext", OriginKind.TraceId, "ConnectionId"),
        new("Microsoft.AspNetCore.SignalR.HubCallerContext", OriginKind.TraceId, "ConnectionId"),
        new("Microsoft.AspNetCore.SignalR.HubCallerContext", OriginKind.Identity, "UserIdentifier"),
        new("Microsoft.AspNetCore.Http.ISession", OriginKind.Identity, "Id"),
        new("Microsoft.AspNetCore.Http.SessionExtensions", OriginKind.Identity, "GetString"),
        new("System.Security.Claims.PrincipalExtensions", OriginKind.Identity, "FindFirstValue"),
        new("Microsoft.AspNetCore.Identity.UserManager`1", OriginKind.Identity, "GetUserId", "GetUserName", "GetUserIdAsync", "GetUserNameAsync", "GetEmailAsync"),
        new("Microsoft.AspNetCore.Identity.IdentityUser`1", OriginKind.RecordId, "Id"),
        new("Microsoft.AspNetCore.Identity.IdentityUser`1", OriginKind.Identity, "UserName", "Email", "PhoneNumber", "NormalizedUserName", "NormalizedEmail"),
    ];

    private static (string Type, OriginKind Kind)[] AspNetCoreTypes =>
    [
        ("Microsoft.AspNetCore.Http.PathString", OriginKind.RequestPath),
        ("Microsoft.AspNetCore.Http.QueryString", OriginKind.RequestQuery),
        ("Microsoft.AspNetCore.Http.HostString", OriginKind.RequestHost),
    ];

    private static (string Type, OriginKind Kind)[] AspNetCoreContainers =>
    [
        ("Microsoft.AspNetCore.Http.IQueryCollection", OriginKind.RequestQuery),
        ("Microsoft.AspNetCore.Http.QueryCollection", OriginKind.RequestQuery),
        ("Microsoft.AspNetCore.Http.IFormCollection", OriginKind.RequestBody),
        ("Microsoft.AspNetCore.Http.FormCollection", OriginKind.RequestBody),
        ("Microsoft.AspNetCore.Http.IRequestCookieCollection", OriginKind.RequestHeader),
        ("Microsoft.AspNetCore.Http.IHeaderDictionary", OriginKind.RequestHeader),
        ("Microsoft.AspNetCore.Http.HeaderDictionary", OriginKind.RequestHeader),
        ("Microsoft.AspNetCore.Routing.RouteValueDictionary", OriginKind.RouteValue),
    ];

    private static (string Type, OriginKind Kind)[] AspNetCoreMemberAttributes =>
    [
        ("Microsoft.AspNetCore.Mvc.BindPropertyAttribute", OriginKind.RequestBody),
        ("Microsoft.AspNetCore.Components.SupplyParameterFromQueryAttribute", OriginKind.RequestQuery),
        ("Microsoft.AspNetCore.Components.SupplyParameterFromFormAttribute", OriginKind.RequestBody),
    ];

    private static (string Type, OriginKind Kind)[] AspNetCoreParameterAttributes =>
    [
        ("Microsoft.AspNetCore.Mvc.FromRouteAttribute", OriginKind.RouteValue),
        ("Microsoft.AspNetCore.Mvc.FromQueryAttribute", OriginKind.RequestQuery),
        ("Microsoft.AspNetCore.Mvc.FromHeaderAttribute", OriginKind.RequestHeader),
        ("Microsoft.AspNetCore.Mvc.FromFormAttribute", OriginKind.RequestBody),
        ("Microsoft.AspNetCore.Mvc.FromBodyAttribute", OriginKind.RequestBody),
    ];
}
