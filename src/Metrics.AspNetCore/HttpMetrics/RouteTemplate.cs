using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace TypedMetrics.AspNetCore.HttpMetrics;

/// <summary>
/// The route template of an endpoint as a label value: never the path of a request, so that there are as many values as
/// the application has routes. Computed once per endpoint.
/// </summary>
internal static class RouteTemplate
{
    /// <summary>The value of a request that no route matched. No template is equal to it: each starts with a slash.</summary>
    public const string Unmatched = "unmatched";

    private static readonly ConditionalWeakTable<Endpoint, string> Templates = [];

    /// <summary>The template of the endpoint, with a slash in front and none at the end; <see cref="Unmatched"/> where there is none.</summary>
    public static string Of(Endpoint? endpoint) =>
        endpoint is null ? Unmatched
        : Templates.TryGetValue(endpoint, out var template) ? template
        : Templates.GetValue(endpoint, Find);

    private static string Find(Endpoint endpoint)
    {
        var pattern = (endpoint as RouteEndpoint)?.RoutePattern;
        var template = pattern?.RawText is { } text
            ? WithRequiredValues(text, pattern)
            : endpoint.Metadata.GetMetadata<IRouteDiagnosticsMetadata>()?.Route;
        return template is null ? Unmatched : $"/{template.TrimStart('~').Trim('/')}";
    }

    /// <summary>
    /// One conventional route of MVC serves many actions: <c>{controller=Home}/{action=Index}/{id?}</c> becomes
    /// <c>Cart/Checkout/{id?}</c> for the action that this endpoint stands for.
    /// </summary>
    private static string WithRequiredValues(string template, RoutePattern pattern)
    {
        foreach (var (name, value) in pattern.RequiredValues)
        {
            if (value is string { Length: > 0 } text && pattern.GetParameter(name) is not null)
            {
                template = WithValue(template, name, text);
            }
        }

        return template;
    }

    private static string WithValue(string template, string parameter, string value)
    {
        var start = template.IndexOf($"{{{parameter}", StringComparison.OrdinalIgnoreCase);
        if (start < 0 || template.IndexOf('}', start) is not (> 0 and var end)
            || template[start + parameter.Length + 1] is not ('}' or '=' or '?' or ':'))
        {
            return template;
        }

        return string.Concat(template.AsSpan(0, start), value, template.AsSpan(end + 1));
    }
}
