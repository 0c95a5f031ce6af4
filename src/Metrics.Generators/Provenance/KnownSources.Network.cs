namespace TypedMetrics.Generators.Provenance;

internal static partial class KnownSources
{
    // HttpClient, sockets, and what the other side of a connection says
    private static MemberRow<OriginKind>[] NetworkMembers =>
    [
        new("System.Net.Http.HttpRequestMessage", OriginKind.Url, "RequestUri"),
        new("System.Net.Http.HttpRequestMessage", OriginKind.Input, "Headers"),
        new("System.Net.Http.HttpClient", OriginKind.Url, "BaseAddress"),
        new("System.Net.Http.HttpClient", OriginKind.Input, "GetStringAsync", "GetByteArrayAsync"),
        new("System.Net.Http.HttpResponseMessage", OriginKind.Input, "ReasonPhrase", "Headers", "TrailingHeaders"),
        new("System.Net.Http.HttpContent", OriginKind.Input, "ReadAsStringAsync", "ReadAsByteArrayAsync", "Headers"),
        new("System.Net.Http.Headers.HttpHeaders", OriginKind.Input, "GetValues", "TryGetValues"),
        new("System.Net.Http.Headers.HttpResponseHeaders", OriginKind.Input, "ETag", "Location"),
        new("System.Net.Http.Headers.EntityTagHeaderValue", OriginKind.RecordId, "Tag"),

        new("System.Net.Sockets.Socket", OriginKind.NetworkAddress, "RemoteEndPoint", "LocalEndPoint", "Handle"),
        new("System.Net.IPEndPoint", OriginKind.NetworkAddress, "Address", "Port"),
        new("System.Net.DnsEndPoint", OriginKind.NetworkAddress, "Host", "Port"),
        new("System.Net.Dns", OriginKind.NetworkAddress, "GetHostAddresses", "GetHostAddressesAsync", "GetHostEntry", "GetHostEntryAsync"),
        new("System.Net.WebSockets.WebSocket", OriginKind.Input, "CloseStatusDescription"),
    ];

    private static (string Type, OriginKind Kind)[] NetworkTypes =>
    [
        ("System.Net.Http.Headers.EntityTagHeaderValue", OriginKind.RecordId),
    ];

    private static (string Type, OriginKind Kind)[] NetworkContainers =>
    [
        ("System.Net.Http.Headers.HttpHeaders", OriginKind.Input),
        ("System.Net.WebHeaderCollection", OriginKind.Input),
    ];
}
