using System.Globalization;
using System.Text;

namespace TypedMetrics.Generators.Emission;

/// <summary>Writes constants as C#, and numbers as JSON, the same under any culture.</summary>
internal static class Literal
{
    /// <summary>A regular string literal; what an editor could not show, or a file not hold, is escaped.</summary>
    public static string Text(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        if (IsPlain(text))
        {
            return "\"" + text + "\"";
        }

        var literal = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                literal.Append(text[i]).Append(text[++i]);
            }
            else
            {
                AppendCharacter(literal, text[i]);
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Whether a text, like most, needs no escape in C# or JSON.</summary>
    public static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }

    public static string Flag(bool flag) => flag ? "true" : "false";

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest digits that give the number back. Without a point where it is whole, which any <c>double[]</c> takes.</summary>
    public static string Number(double number)
    {
        if (number == 0)
        {
            return 1 / number < 0 ? "-0.0" : "0";
        }

        // The .NET Framework's "R" is not always exact.
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(number) ? text : number.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the character, alone, must be escaped in a source file.</summary>
    public static bool IsUnsafe(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;

    public static string Hexadecimal(char c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);

    private static void AppendCharacter(StringBuilder literal, char c)
    {
        _ = c switch
        {
            '"' => literal.Append("\\\""),
            '\\' => literal.Append(@"\\"),
            '\n' => literal.Append("\\n"),
            '\r' => literal.Append("\\r"),
            '\t' => literal.Append("\\t"),
            '\0' => literal.Append("\\0"),
            _ when IsUnsafe(c) => literal.Append(Hexadecimal(c)),
            _ => literal.Append(c),
        };
    }
}
