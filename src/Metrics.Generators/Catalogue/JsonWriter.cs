using System.Collections.Generic;
using System.Linq;
using System.Text;
using TypedMetrics.Generators.Emission;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>Writes JSON (RFC 8259). What an editor could not show, or a file not hold, is escaped.</summary>
internal static class JsonWriter
{
    /// <summary>An object of the members that have a value, each value being JSON already.</summary>
    public static string Object(IEnumerable<(string Name, string? Json)> members) =>
        "{" + string.Join(",", members.Where(static member => member.Json is not null).Select(static member => $"{Text(member.Name)}:{member.Json}")) + "}";

    public static string List(IEnumerable<string> items) => "[" + string.Join(",", items) + "]";

    public static string Text(string text)
    {
        if (Literal.IsPlain(text))
        {
            return "\"" + text + "\"";
        }

        var json = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                json.Append(c).Append(text[++i]);
            }
            else if (c is '"' or '\\')
            {
                json.Append('\\').Append(c);
            }
            else
            {
                json.Append(Literal.IsUnsafe(c) ? Literal.Hexadecimal(c) : c.ToString());
            }
        }

        return json.Append('"').ToString();
    }

    public static string? TextOrNothing(string? text) => text is null ? null : Text(text);
}
