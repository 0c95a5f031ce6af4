namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// Members that take few values although their type, or the object that they are read from, suggests otherwise: parts
/// of a date, names of types, what is fixed for the life of a process, route templates.
/// </summary>
internal static class KnownBounded
{
    public static MemberTable<bool> Members { get; } = new(
    [
        // Parts of a moment
        new("System.DateTime", true, "Year", "Month", "Day", "Hour", "Minute", "Second", "DayOfWeek", "DayOfYear", "Kind", "IsLeapYear", "DaysInMonth"),
        new("System.DateTimeOffset", true, "Year", "Month", "Day", "Hour", "Minute", "Second", "DayOfWeek", "DayOfYear", "Offset"),
        new("System.DateOnly", true, "Year", "Month", "Day", "DayOfWeek", "DayOfYear"),
        new("System.TimeOnly", true, "Hour", "Minute", "Second"),
        new("System.TimeSpan", true, "Hours", "Minutes", "Seconds"),

        // Nothing
        new("System.Array", true, "Empty"),
        new("System.Linq.Enumerable", true, "Empty"),

        // Code
        new("System.Type", true),
        new("System.Reflection.MemberInfo", true),
        new("System.Reflection.MethodBase", true),
        new("System.Reflection.Assembly", true),
        new("System.Reflection.AssemblyName", true),
        new("System.Object", true, "GetType"),
        new("System.Exception", true, "Source", "TargetSite", "GetType", "HResult"),

        // The process
        new("System.Environment", true,
            "MachineName", "UserName", "UserDomainName", "ProcessId", "ProcessPath", "ProcessorCount", "OSVersion", "Version",
            "CurrentDirectory", "CommandLine", "GetEnvironmentVariable", "GetCommandLineArgs", "NewLine"),
        new("System.AppContext", true, "BaseDirectory", "TargetFrameworkName", "GetData"),
        new("System.AppDomain", true, "FriendlyName", "BaseDirectory"),
        new("System.Net.Dns", true, "GetHostName"),
        new("System.Runtime.InteropServices.RuntimeInformation", true),
        new("Microsoft.Extensions.Hosting.IHostEnvironment", true, "ApplicationName", "EnvironmentName", "ContentRootPath"),
        new("System.Globalization.CultureInfo", true),
        new("System.TimeZoneInfo", true, "Id", "DisplayName", "StandardName"),
        new("System.Text.Encoding", true, "WebName", "EncodingName", "CodePage"),
        new("System.Enum", true, "GetName", "GetNames", "GetValues"),

        new("System.IO.FileSystemInfo", true, "Extension", "Attributes"),

        // HTTP
        new("System.Uri", true, "Scheme", "SchemeDelimiter", "Port", "HostNameType"),
        new("System.Net.IPAddress", true, "AddressFamily", "Any", "Loopback", "None", "Broadcast", "IPv6Any", "IPv6Loopback", "IPv6None"),
        new("System.Security.Claims.Claim", true, "Type", "ValueType", "Issuer", "OriginalIssuer"),
        new("System.Security.Principal.IIdentity", true, "AuthenticationType"),
        new("System.Security.Claims.ClaimsIdentity", true, "AuthenticationType"),
        new("Microsoft.AspNetCore.Http.HttpRequest", true, "Scheme", "Protocol"),
        new("Microsoft.AspNetCore.Http.HttpResponse", true, "StatusCode", "Headers"),
        new("Microsoft.AspNetCore.Http.Endpoint", true, "DisplayName"),
        new("Microsoft.AspNetCore.Routing.RouteData", true, "DataTokens"),
        new("Microsoft.AspNetCore.Routing.RouteEndpoint", true, "RoutePattern"),
        new("Microsoft.AspNetCore.Routing.Patterns.RoutePattern", true, "RawText"),
        new("Microsoft.AspNetCore.WebUtilities.ReasonPhrases", true, "GetReasonPhrase"),
        new("Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor", true, "DisplayName", "Id"),
        new("Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor", true, "ActionName", "ControllerName", "DisplayName"),
    ]);

    /// <summary>The route values that name code, and not what the request says.</summary>
    public static bool IsRouteName(string key) =>
        key is "controller" or "action" or "area" or "page" or "handler";
}
