namespace TypedMetrics.Generators.Provenance;

internal static partial class KnownSources
{
    // Entity Framework Core, and mapping attributes that it shares
    private static MemberRow<OriginKind>[] EntityFrameworkMembers =>
    [
        new("Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions", OriginKind.CommandText, "ToQueryString"),
        new("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", OriginKind.CommandText, "GenerateCreateScript"),
        new("Microsoft.EntityFrameworkCore.Diagnostics.CommandEventData", OriginKind.CommandText, "LogCommandText", "CommandText"),
        new("Microsoft.EntityFrameworkCore.Diagnostics.CommandEventData", OriginKind.RecordId, "CommandId", "ConnectionId"),
        new("Microsoft.EntityFrameworkCore.Diagnostics.CommandCorrelatedEventData", OriginKind.RecordId, "CommandId", "ConnectionId"),
        new("Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEventData", OriginKind.RecordId, "ConnectionId"),
        new("Microsoft.EntityFrameworkCore.DbContextId", OriginKind.RecordId),
        new("Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction", OriginKind.RecordId, "TransactionId"),
        new("System.Data.Common.DbDataReader", OriginKind.RecordId, "GetGuid"),
        new("System.Data.IDataRecord", OriginKind.RecordId, "GetGuid"),
    ];

    private static (string Type, OriginKind Kind)[] EntityFrameworkTypes =>
    [
        ("Microsoft.EntityFrameworkCore.DbContextId", OriginKind.RecordId),
    ];

    private static (string Type, OriginKind Kind)[] EntityFrameworkMemberAttributes =>
    [
        ("System.ComponentModel.DataAnnotations.KeyAttribute", OriginKind.RecordId),
        ("System.ComponentModel.DataAnnotations.TimestampAttribute", OriginKind.RecordId),
    ];
}
