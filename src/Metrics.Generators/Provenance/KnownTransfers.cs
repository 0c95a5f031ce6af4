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
        new("System.Text.RegularExpressions.Regex", Transfer.Arguments, "Replace", "Split", "Escape", "Unescape"),
        new("System.Text.Encoding", Transfer.Arguments, "GetString", "GetBytes"),
        new("System.Convert", Transfer.Arguments),
        new("System.Net.WebUtility", Transfer.Arguments),
        new("System.Web.HttpUtility", Transfer.Arguments, "UrlEncode", "UrlDecode", "HtmlEncode", "HtmlDecode"),
        new("System.Uri", Transfer.Arguments, "EscapeDataString", "UnescapeDataString", "EscapeUriString"),
        new("System.IO.Path", Transfer.Arguments,
            "Combine", "Join", "GetFileName", "GetFileNameWithoutExtension", "GetDirectoryName", "GetFullPath", "GetRelativePath",
            "ChangeExtension", "TrimEndingDirectorySeparator"),
        new("Microsoft.Extensions.Primitives.StringValues", Transfer.Arguments, "Concat"),

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
        new("System.DateTime", Transfer.Receiver, "Ticks", "Millisecond", "ToBinary", "ToFileTime", "ToFileTimeUtc", "ToOADate"),
        new("System.DateTimeOffset", Transfer.Receiver, "Ticks", "UtcTicks", "Millisecond", "ToUnixTimeSeconds", "ToUnixTimeMilliseconds"),
        new("System.TimeSpan", Transfer.Receiver,
            "Ticks", "TotalDays", "TotalHours", "TotalMinutes", "TotalSeconds", "TotalMilliseconds", "TotalMicroseconds", "Days"),

        // URLs
        new("System.Uri", Transfer.Receiver,
            "AbsoluteUri", "AbsolutePath", "LocalPath", "PathAndQuery", "Query", "Fragment", "OriginalString", "Segments"),

        // Collections and tasks
        new("System.Linq.Enumerable", Transfer.First,
            "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "ElementAt", "ElementAtOrDefault",
            "Where", "Skip", "Take", "SkipWhile", "TakeWhile", "OrderBy", "OrderByDescending", "Order", "Distinct", "Reverse",
            "ToArray", "ToList", "ToHashSet", "AsEnumerable", "Cast", "OfType", "Min", "Max"),
        new("System.Linq.Enumerable", Transfer.Arguments, "Append", "Prepend", "Concat", "Union", "DefaultIfEmpty"),
        new("System.Array", Transfer.First, "AsReadOnly", "Find"),
        new("System.Nullable`1", Transfer.Receiver | Transfer.Arguments, "GetValueOrDefault"),
        new("System.Collections.Generic.CollectionExtensions", Transfer.First | Transfer.Fallback, "GetValueOrDefault"),
        new("System.Collections.Generic.KeyValuePair", Transfer.Arguments, "Create"),
        new("System.Threading.Tasks.Task", Transfer.Arguments, "FromResult"),
        new("System.Threading.Tasks.ValueTask", Transfer.Arguments, "FromResult"),
    ]);

    /// <summary>Members that put their arguments into the object they are called on.</summary>
    public static MemberTable<bool> Mutators { get; } = new(
    [
        new("System.Text.StringBuilder", true, "Append", "AppendLine", "AppendFormat", "AppendJoin", "Insert", "Replace"),
        new("System.Text.StringBuilder+AppendInterpolatedStringHandler", true, "AppendFormatted"),
        new("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", true, "AppendFormatted"),
        new("System.Collections.Generic.List`1", true, "Add", "AddRange", "Insert"),
        new("System.Collections.Generic.HashSet`1", true, "Add"),
        new("System.Collections.Generic.Queue`1", true, "Enqueue"),
        new("System.Collections.Generic.Stack`1", true, "Push"),
        new("System.Collections.Generic.Dictionary`2", true, "Add", "TryAdd"),
        new("System.Diagnostics.TagList", true, "Add", "Insert"),
    ]);
}
