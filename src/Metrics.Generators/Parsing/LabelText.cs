using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Turns identifiers into label names and label values.</summary>
internal static class LabelText
{
    // The values of TypedMetrics.LabelCase.
    private const int Kebab = 1;
    private const int Lower = 2;
    private const int Upper = 3;
    private const int Camel = 4;
    private const int Declared = 5;

    /// <summary>The identifier as the case says; snake_case for a case that is not known.</summary>
    public static string Convert(string identifier, int labelCase) => labelCase switch
    {
        Kebab => Joined(identifier, '-'),
        Lower => identifier.ToLowerInvariant(),
        Upper => identifier.ToUpperInvariant(),
        Camel => CamelCase(identifier),
        Declared => identifier,
        _ => Snake(identifier),
    };

    /// <summary><c>http_status2xx</c> for <c>HTTPStatus2xx</c>.</summary>
    public static string Snake(string identifier) => Joined(identifier, '_');

    private static string Joined(string identifier, char separator)
    {
        var words = Words(identifier);
        return words.Count == 0 ? identifier : string.Join(separator.ToString(), words.Select(Lowered));
    }

    private static string CamelCase(string identifier)
    {
        var words = Words(identifier);
        if (words.Count == 0)
        {
            return identifier;
        }

        var text = new StringBuilder(Lowered(words[0]));
        foreach (var word in words.Skip(1))
        {
            text.Append(char.ToUpperInvariant(word[0])).Append(Lowered(word.Substring(1)));
        }

        return text.ToString();
    }

    private static string Lowered(string word) => word.ToLowerInvariant();

    /// <summary>
    /// A word begins at a capital that follows a small letter or a digit, at the last capital of a row that a small
    /// letter follows, and after an underscore. Digits belong to the word before them.
    /// </summary>
    private static List<string> Words(string identifier)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= identifier.Length; i++)
        {
            if (i < identifier.Length && identifier[i] != '_' && !(i > start && BeginsWord(identifier, i)))
            {
                continue;
            }

            if (i > start)
            {
                words.Add(identifier.Substring(start, i - start));
            }

            start = i < identifier.Length && identifier[i] == '_' ? i + 1 : i;
        }

        return words;
    }

    private static bool BeginsWord(string identifier, int i) =>
        IsCapital(identifier[i])
        && (!IsCapital(identifier[i - 1])
            || (i + 1 < identifier.Length && char.GetUnicodeCategory(identifier[i + 1]) == UnicodeCategory.LowercaseLetter));

    private static bool IsCapital(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
}
