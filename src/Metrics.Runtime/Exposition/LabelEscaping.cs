using System.Buffers;
using System.Text;

namespace TypedMetrics.Exposition;

/// <summary>
/// Text of a label as the text formats want it between quotes: <c>\</c>, line feed and <c>"</c> are escaped, anything
/// else goes through as UTF-8 (a lone surrogate as U+FFFD, a carriage return as it stands).
/// </summary>
internal static class LabelEscaping
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\\n\"");

    /// <summary>The escaped text, without quotes.</summary>
    public static byte[] Escape(string value) => Encoding.UTF8.GetBytes(EscapeText(value));

    /// <summary>The pair as it stands in a sample, <c>name="escaped value"</c>.</summary>
    public static byte[] Pair(string name, string value) =>
        Encoding.UTF8.GetBytes(string.Concat(name, "=\"", EscapeText(value), "\""));

    /// <summary>The text that <see cref="Escape"/> was given, but for lone surrogates.</summary>
    public static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = Encoding.UTF8.GetString(escaped);
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' ? text[i] : text[++i] == 'n' ? '\n' : text[i]);
        }

        return plain.ToString();
    }

    private static string EscapeText(string value) =>
        value.AsSpan().ContainsAny(Special)
            ? value.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal)
            : value;
}
