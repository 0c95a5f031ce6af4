namespace TypedMetrics.Generators.Provenance;

internal static partial class KnownSources
{
    // Object stores and cloud services: names of objects, versions of them, ids of calls
    private static MemberRow<OriginKind>[] CloudMembers =>
    [
        new("Azure.Storage.Blobs.BlobClient", OriginKind.FilePath, "Name"),
        new("Azure.Storage.Blobs.BlobClient", OriginKind.Url, "Uri"),
        new("Azure.Storage.Blobs.Specialized.BlobBaseClient", OriginKind.FilePath, "Name"),
        new("Azure.Storage.Blobs.Specialized.BlobBaseClient", OriginKind.Url, "Uri"),
        new("Azure.Storage.Blobs.Models.BlobItem", OriginKind.FilePath, "Name"),
        new("Azure.Storage.Blobs.Models.BlobItem", OriginKind.RecordId, "VersionId", "Snapshot"),
        new("Azure.Storage.Blobs.Models.BlobProperties", OriginKind.RecordId, "ETag", "VersionId", "LeaseId", "CopyId"),
        new("Azure.ETag", OriginKind.RecordId, "ToString"),
        new("Azure.Response", OriginKind.TraceId, "ClientRequestId"),
        new("Azure.Response", OriginKind.Input, "ReasonPhrase"),
        new("Azure.RequestFailedException", OriginKind.ExceptionText, "Message"),
        new("Azure.Data.Tables.ITableEntity", OriginKind.RecordId, "RowKey", "PartitionKey", "ETag"),
        new("Azure.Data.Tables.TableEntity", OriginKind.RecordId, "RowKey", "PartitionKey", "ETag"),
        new("Microsoft.Azure.Cosmos.Response`1", OriginKind.RecordId, "ActivityId", "ETag"),
        new("Microsoft.Azure.Cosmos.CosmosException", OriginKind.RecordId, "ActivityId"),

        new("Amazon.S3.Model.S3Object", OriginKind.FilePath, "Key"),
        new("Amazon.S3.Model.S3Object", OriginKind.RecordId, "ETag"),
        new("Amazon.S3.Model.GetObjectRequest", OriginKind.FilePath, "Key"),
        new("Amazon.S3.Model.GetObjectResponse", OriginKind.FilePath, "Key"),
        new("Amazon.S3.Model.GetObjectResponse", OriginKind.RecordId, "ETag", "VersionId"),
        new("Amazon.S3.Model.PutObjectRequest", OriginKind.FilePath, "Key"),
        new("Amazon.S3.Model.PutObjectResponse", OriginKind.RecordId, "ETag", "VersionId"),
        new("Amazon.Runtime.ResponseMetadata", OriginKind.TraceId, "RequestId"),
        new("Amazon.Lambda.Core.ILambdaContext", OriginKind.TraceId, "AwsRequestId"),
        new("Google.Cloud.PubSub.V1.PubsubMessage", OriginKind.RecordId, "MessageId", "OrderingKey"),
        new("Google.Cloud.PubSub.V1.PubsubMessage", OriginKind.Input, "Data"),
    ];
}
