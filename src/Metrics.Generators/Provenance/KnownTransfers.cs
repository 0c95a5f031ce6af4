namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// Framework members that hand a value on: trimming, changing case, encoding, a regex clean-up look like bounding and
/// are not. What neither this table nor the default of <see cref="ValueJudge"/> names ends the trail.
/// </summary>
internal static class KnownTransfers
{
    public static MemberTable<Transfer> Members { get; } = new(
    [
        // Text
        new("System.String", Transfer.Arguments | Transfer.Composes, "Concat", "Join", "Format", "Create"),
        new("System.String", Transfer.Arguments, "Intern", "IsInterned", "Copy"),
        new("System.String", Transfer.Receiver | Transfer.Arguments, "Replace", "Insert"),
        new("System.MemoryExtensions", Transfer.First, "AsSpan", "AsMemory", "Trim", "TrimStart", "TrimEnd"),
        new("System.FormattableString", Transfer.Arguments, "Invariant", "CurrentCulture"),
        new("System.Text.StringBuilder", Transfer.Receiver | Transfer.Arguments | Transfer.Composes,
            "Append", "AppendLine", "AppendFormat", "AppendJoin", "Insert", "Replace"),
        new("System.Globalization.TextInfo", Transfer.Arguments, "ToLower", "ToUpper", "ToTitleCase"),
        new("System.Text.RegularExpressions.Regex", Transfer.Arguments, "Replace", "Split", "Escape", "Unescape", "Match", "Matches"),
        new("System.Text.Encoding", Transfer.Arguments, "GetString", "GetBytes"),
        new("System.Convert", Transfer.Arguments),
        new("System.BitConverter", Transfer.First),
        new("System.Buffers.Binary.BinaryPrimitives", Transfer.First),
        new("System.Runtime.InteropServices.MemoryMarshal", Transfer.First, "AsBytes", "Cast", "Read"),
        new("System.Net.WebUtility", Transfer.Arguments),
        new("System.Web.HttpUtility", Transfer.Arguments, "UrlEncode", "UrlDecode", "HtmlEncode", "HtmlDecode"),
        new("System.Uri", Transfer.Arguments, "EscapeDataString", "UnescapeDataString", "EscapeUriString"),
        new("System.IO.Path", Transfer.Arguments,
            "Combine", "Join", "GetFileName", "GetFileNameWithoutExtension", "GetDirectoryName", "GetFullPath", "GetRelativePath",
            "ChangeExtension", "TrimEndingDirectorySeparator"),
        new("Microsoft.Extensions.Primitives.StringValues", Transfer.Arguments, "Concat"),

        new("System.Text.Json.JsonDocument", Transfer.First, "Parse", "ParseAsync"),
        new("System.Text.Json.Nodes.JsonNode", Transfer.First, "Parse", "ParseAsync"),
        new("System.Text.Json.JsonSerializer", Transfer.First, "Serialize", "Deserialize", "DeserializeAsync", "DeserializeAsyncEnumerable"),
        new("Newtonsoft.Json.JsonConvert", Transfer.First, "SerializeObject", "DeserializeObject"),
        new("System.Xml.Linq.XDocument", Transfer.First, "Parse", "Load"),
        new("System.Buffers.Text.Base64", Transfer.First, "EncodeToString"),
        new("System.Buffers.Text.Base64Url", Transfer.First, "EncodeToString"),

        // Numbers
        new("System.Math", Transfer.Arguments,
            "Abs", "Max", "Min", "Round", "Floor", "Ceiling", "Truncate", "Clamp", "Pow", "Sqrt"),
        new("System.Int32", Transfer.First, "Parse"),
        new("System.Int64", Transfer.First, "Parse"),
        new("System.UInt32", Transfer.First, "Parse"),
        new("System.UInt64", Transfer.First, "Parse"),
        new("System.Double", Transfer.First, "Parse"),
        new("System.Decimal", Transfer.First, "Parse"),
        new("System.Guid", Transfer.First, "Parse", "ParseExact"),
        new("System.Enum", Transfer.Arguments, "Parse", "ToObject"),
        new("System.DateTime", Transfer.Receiver, "Ticks", "Millisecond", "ToBinary", "ToFileTime", "ToFileTimeUtc", "ToOADate"),
        new("System.DateTimeOffset", Transfer.Receiver, "Ticks", "UtcTicks", "Millisecond", "ToUnixTimeSeconds", "ToUnixTimeMilliseconds"),
        new("System.TimeSpan", Transfer.Receiver,
            "Ticks", "TotalDays", "TotalHours", "TotalMinutes", "TotalSeconds", "TotalMilliseconds", "TotalMicroseconds", "Days"),

        // URLs
        new("System.Uri", Transfer.Receiver,
            "AbsoluteUri", "AbsolutePath", "LocalPath", "PathAndQuery", "Query", "Fragment", "OriginalString", "Segments"),

        // Collections and tasks
        new("System.Linq.Enumerable", Transfer.First, "Cast", "OfType", "Except", "ExceptBy", "IntersectBy"),
        new("System.Linq.Enumerable", Transfer.Arguments, "Range"),
    ]);

    /// <summary>Members that put their arguments into the object they are called on.</summary>
    public static MemberTable<bool> Mutators { get; } = new(
    [
        new("System.Text.StringBuilder", true, "Append", "AppendLine", "AppendFormat", "AppendJoin", "Insert", "Replace"),
        new("System.IO.TextWriter", true, "Write", "WriteAsync", "WriteLine", "WriteLineAsync"),
        new("System.IO.StringWriter", true, "Write", "WriteAsync", "WriteLine", "WriteLineAsync"),
        new("System.IO.MemoryStream", true, "Write", "WriteAsync", "WriteByte"),
        new("System.Threading.Tasks.TaskCompletionSource`1", true, "SetResult", "TrySetResult"),
        new("System.Text.StringBuilder+AppendInterpolatedStringHandler", true, "AppendFormatted"),
        new("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", true, "AppendFormatted"),
    ]);
}
