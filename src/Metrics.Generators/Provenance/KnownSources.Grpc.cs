namespace TypedMetrics.Generators.Provenance;

internal static partial class KnownSources
{
    // gRPC: the method's name is bounded, what the caller says is not
    private static MemberRow<OriginKind>[] GrpcMembers =>
    [
        new("Grpc.Core.ServerCallContext", OriginKind.RemoteAddress, "Peer", "PeerCore"),
        new("Grpc.Core.ServerCallContext", OriginKind.RequestHost, "Host", "HostCore"),
        new("Grpc.Core.ServerCallContext", OriginKind.RequestHeader, "RequestHeaders", "RequestHeadersCore"),
        new("Grpc.Core.ServerCallContext", OriginKind.Clock, "Deadline", "DeadlineCore"),
        new("Grpc.Core.AuthContext", OriginKind.Identity, "PeerIdentity", "PeerIdentityPropertyName"),
        new("Grpc.Core.Metadata+Entry", OriginKind.RequestHeader, "Value", "ValueBytes"),
        new("Grpc.Core.Metadata", OriginKind.RequestHeader, "GetValue", "GetValueBytes", "Get", "GetAll"),
        new("Grpc.Core.Status", OriginKind.ExceptionText, "Detail", "DebugException"),
        new("Grpc.Core.RpcException", OriginKind.RequestHeader, "Trailers"),
        new("Grpc.Core.IAsyncStreamReader`1", OriginKind.RequestBody, "Current"),
    ];

    private static (string Type, OriginKind Kind)[] GrpcContainers =>
    [
        ("Grpc.Core.Metadata", OriginKind.RequestHeader),
    ];
}
