namespace TypedMetrics.Generators.Provenance;

internal static partial class KnownSources
{
    private static MemberRow<OriginKind>[] BclMembers =>
    [
        // Identifiers and random numbers
        new("System.Guid", OriginKind.UniqueId, "NewGuid", "CreateVersion7"),
        new("System.IO.Path", OriginKind.UniqueId, "GetRandomFileName", "GetTempFileName"),
        new("System.IO.Directory", OriginKind.UniqueId, "CreateTempSubdirectory"),
        new("System.Random", OriginKind.Random, "Next", "NextInt64", "NextDouble", "NextSingle", "NextBytes", "GetHexString", "GetString"),
        new("System.Security.Cryptography.RandomNumberGenerator", OriginKind.Random,
            "GetInt32", "GetBytes", "Fill", "GetHexString", "GetString"),

        // Clocks
        new("System.DateTime", OriginKind.Clock, "Now", "UtcNow", "Today"),
        new("System.DateTimeOffset", OriginKind.Clock, "Now", "UtcNow"),
        new("System.TimeProvider", OriginKind.Clock, "GetUtcNow", "GetLocalNow", "GetTimestamp", "GetElapsedTime"),
        new("System.Diagnostics.Stopwatch", OriginKind.Clock,
            "Elapsed", "ElapsedMilliseconds", "ElapsedTicks", "GetTimestamp", "GetElapsedTime"),
        new("System.Environment", OriginKind.Clock, "TickCount", "TickCount64"),

        // Numbers that are counted up, and hashes
        new("System.Threading.Interlocked", OriginKind.Sequence, "Increment", "Decrement", "Add"),
        new("System.Object", OriginKind.Hash, "GetHashCode"),
        new("System.ValueType", OriginKind.Hash, "GetHashCode"),
        new("System.String", OriginKind.Hash, "GetHashCode"),
        new("System.HashCode", OriginKind.Hash, "Combine", "ToHashCode"),
        new("System.StringComparer", OriginKind.Hash, "GetHashCode"),
        new("System.Runtime.CompilerServices.RuntimeHelpers", OriginKind.Hash, "GetHashCode"),
        new("System.Security.Cryptography.HashAlgorithm", OriginKind.Hash, "ComputeHash", "ComputeHashAsync", "Hash"),
        new("System.Security.Cryptography.IncrementalHash", OriginKind.Hash, "GetHashAndReset", "GetCurrentHash"),
        new("System.Security.Cryptography.CryptographicOperations", OriginKind.Hash, "HashData", "HmacData"),
        new("System.Security.Cryptography.MD5", OriginKind.Hash, "HashData", "HashDataAsync"),
        new("System.Security.Cryptography.SHA1", OriginKind.Hash, "HashData", "HashDataAsync"),
        new("System.Security.Cryptography.SHA256", OriginKind.Hash, "HashData", "HashDataAsync"),
        new("System.Security.Cryptography.SHA384", OriginKind.Hash, "HashData", "HashDataAsync"),
        new("System.Security.Cryptography.SHA512", OriginKind.Hash, "HashData", "HashDataAsync"),
        new("System.Security.Cryptography.HMACSHA256", OriginKind.Hash, "HashData", "HashDataAsync"),
        new("System.Security.Cryptography.HMACSHA512", OriginKind.Hash, "HashData", "HashDataAsync"),
        new("System.IO.Hashing.Crc32", OriginKind.Hash, "Hash", "HashToUInt32"),
        new("System.IO.Hashing.XxHash3", OriginKind.Hash, "Hash", "HashToUInt64"),
        new("System.IO.Hashing.XxHash64", OriginKind.Hash, "Hash", "HashToUInt64"),

        // Exceptions
        new("System.Exception", OriginKind.ExceptionText, "Message", "StackTrace", "ToString", "HelpLink"),
        new("System.Environment", OriginKind.ExceptionText, "StackTrace"),
        new("System.Diagnostics.StackTrace", OriginKind.ExceptionText, "ToString"),

        // Files, commands, input
        new("System.IO.FileSystemInfo", OriginKind.FilePath, "FullName", "Name"),
        new("System.IO.FileInfo", OriginKind.FilePath, "Name", "DirectoryName"),
        new("System.IO.DirectoryInfo", OriginKind.FilePath, "Name"),
        new("System.IO.FileSystemEventArgs", OriginKind.FilePath, "FullPath", "Name"),
        new("System.IO.RenamedEventArgs", OriginKind.FilePath, "OldFullPath", "OldName"),
        new("System.IO.FileStream", OriginKind.FilePath, "Name"),
        new("System.IO.FileNotFoundException", OriginKind.FilePath, "FileName"),
        new("System.IO.FileLoadException", OriginKind.FilePath, "FileName"),
        new("System.IO.Directory", OriginKind.FilePath,
            "GetFiles", "EnumerateFiles", "GetDirectories", "EnumerateDirectories", "GetFileSystemEntries", "EnumerateFileSystemEntries"),
        new("System.Data.IDbCommand", OriginKind.CommandText, "CommandText"),
        new("System.Data.Common.DbCommand", OriginKind.CommandText, "CommandText"),
        new("System.Data.SqlClient.SqlCommand", OriginKind.CommandText, "CommandText"),
        new("Microsoft.Data.SqlClient.SqlCommand", OriginKind.CommandText, "CommandText"),
        new("System.Console", OriginKind.Input, "ReadLine", "In", "ReadKey", "Read"),
        new("System.Diagnostics.Process", OriginKind.Sequence, "Id", "SessionId", "Handle"),
        new("System.Diagnostics.Process", OriginKind.Clock, "StartTime", "ExitTime", "TotalProcessorTime"),
        new("System.Environment", OriginKind.Sequence, "CurrentManagedThreadId"),
        new("System.Threading.Thread", OriginKind.Sequence, "ManagedThreadId"),
        new("System.Threading.Tasks.Task", OriginKind.Sequence, "Id", "CurrentId"),

        // Traces
        new("System.Diagnostics.Activity", OriginKind.TraceId,
            "Id", "TraceId", "SpanId", "ParentId", "ParentSpanId", "RootId", "TraceStateString"),
        new("System.Diagnostics.Activity", OriginKind.Clock, "StartTimeUtc", "Duration"),
        new("System.Diagnostics.ActivityContext", OriginKind.TraceId, "TraceId", "SpanId", "TraceState"),

        // Identity
        new("System.Security.Principal.IIdentity", OriginKind.Identity, "Name"),
        new("System.Security.Principal.WindowsIdentity", OriginKind.Identity, "Name", "User"),
        new("System.Security.Principal.GenericIdentity", OriginKind.Identity, "Name"),
        new("System.Security.Claims.ClaimsIdentity", OriginKind.Identity, "Name", "Label", "Claims", "FindFirst", "FindAll"),
        new("System.Security.Claims.ClaimsPrincipal", OriginKind.Identity, "Claims", "FindFirst", "FindAll"),
        new("System.Security.Claims.Claim", OriginKind.Identity, "Value"),

        // The HTTP listener of the BCL
        new("System.Net.HttpListenerRequest", OriginKind.RequestPath, "Url", "RawUrl"),
        new("System.Net.HttpListenerRequest", OriginKind.RequestQuery, "QueryString"),
        new("System.Net.HttpListenerRequest", OriginKind.RequestHeader, "Headers", "Cookies", "UserAgent", "UrlReferrer", "ContentType"),
        new("System.Net.HttpListenerRequest", OriginKind.RequestHost, "UserHostName"),
        new("System.Net.HttpListenerRequest", OriginKind.RequestBody, "InputStream"),
        new("System.Net.HttpListenerRequest", OriginKind.RemoteAddress, "UserHostAddress", "RemoteEndPoint"),
        new("System.Net.HttpListenerRequest", OriginKind.TraceId, "RequestTraceIdentifier"),
    ];

    private static (string Type, OriginKind Kind)[] BclTypes =>
    [
        ("System.Guid", OriginKind.UniqueId),
        ("System.DateTime", OriginKind.Clock),
        ("System.DateTimeOffset", OriginKind.Clock),
        ("System.DateOnly", OriginKind.Clock),
        ("System.TimeOnly", OriginKind.Clock),
        ("System.TimeSpan", OriginKind.Clock),
        ("System.Uri", OriginKind.Url),
        ("System.Exception", OriginKind.ExceptionText),
        ("System.IO.FileSystemInfo", OriginKind.FilePath),
        ("System.Net.IPAddress", OriginKind.NetworkAddress),
        ("System.Net.EndPoint", OriginKind.NetworkAddress),
        ("System.Net.NetworkInformation.PhysicalAddress", OriginKind.NetworkAddress),
        ("System.Net.Mail.MailAddress", OriginKind.Identity),
        ("System.Diagnostics.ActivityTraceId", OriginKind.TraceId),
        ("System.Diagnostics.ActivitySpanId", OriginKind.TraceId),
    ];
}
