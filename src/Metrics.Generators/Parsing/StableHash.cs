using System.Globalization;

namespace TypedMetrics.Generators.Parsing;

/// <summary>A hash that is the same in every build (FNV-1a over UTF-16), for names that must differ where others collide.</summary>
internal static class StableHash
{
    /// <summary>Eight hexadecimal digits.</summary>
    public static string Of(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
