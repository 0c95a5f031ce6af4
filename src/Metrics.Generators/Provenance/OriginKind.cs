namespace TypedMetrics.Generators.Provenance;

/// <summary>Where a value without bound comes from. The kind decides the advice and the rule that reports it.</summary>
internal enum OriginKind
{
    /// <summary>Nothing but a name that tells of an identity.</summary>
    Name,

    /// <summary>A type or member that the project itself says has no bound.</summary>
    Declared,

    /// <summary>An identifier made to be unique: a Guid, a random file name.</summary>
    UniqueId,

    /// <summary>A random number or text.</summary>
    Random,

    /// <summary>A moment or a measured duration.</summary>
    Clock,

    /// <summary>A number that is counted up.</summary>
    Sequence,

    /// <summary>A hash code or digest.</summary>
    Hash,

    /// <summary>The message, stack trace or text of an exception.</summary>
    ExceptionText,

    /// <summary>A path or name in the file system.</summary>
    FilePath,

    /// <summary>The text of a database command.</summary>
    CommandText,

    /// <summary>The id of a trace, a span or a request.</summary>
    TraceId,

    /// <summary>The key of a row, a message, a blob or the like.</summary>
    RecordId,

    /// <summary>The name or a claim of a user, or a session.</summary>
    Identity,

    /// <summary>A network address that is not known to be a request's.</summary>
    NetworkAddress,

    /// <summary>A URL that is not known to be a request's.</summary>
    Url,

    /// <summary>Text that a person or another process typed in.</summary>
    Input,

    /// <summary>The address that a request comes from.</summary>
    RemoteAddress,

    /// <summary>The raw path of a request.</summary>
    RequestPath,

    /// <summary>The value of a route parameter.</summary>
    RouteValue,

    /// <summary>The query of a request.</summary>
    RequestQuery,

    /// <summary>A header or cookie of a request.</summary>
    RequestHeader,

    /// <summary>The body or a form field of a request.</summary>
    RequestBody,

    /// <summary>The host that a request names.</summary>
    RequestHost,
}
