using System.Collections.Generic;
using System.Text;

namespace TypedMetrics.Generators.Naming;

/// <summary>
/// Takes names apart. A word ends at an underscore or a colon and before a capital that begins another:
/// <c>http, request, ms</c> of <c>http_requestMs</c>. Digits belong to the word before them.
/// </summary>
internal static class NameWords
{
    public static IReadOnlyList<NameWord> Of(string name)
    {
        var words = new List<NameWord>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && !IsSeparator(name[i]) && !(i > start && BeginsWord(name, i)))
            {
                continue;
            }

            if (i > start)
            {
                words.Add(new(start, i - start, name.Substring(start, i - start).ToLowerInvariant()));
            }

            start = i < name.Length && IsSeparator(name[i]) ? i + 1 : i;
        }

        return words;
    }

    public static bool HasCapital(string name)
    {
        foreach (var c in name)
        {
            if (IsCapital(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name in snake_case; its own separators stay.</summary>
    /// <param name="name">The name, or the end of one.</param>
    /// <param name="before">What stands in front of it: a word that begins at once gets its underscore.</param>
    public static string Snake(string name, string before = "")
    {
        var whole = before + name;
        var text = new StringBuilder();
        var end = before.Length;
        foreach (var word in Of(whole))
        {
            if (word.Start < before.Length)
            {
                if (word.End > before.Length)
                {
                    text.Append(whole.Substring(before.Length, word.End - before.Length).ToLowerInvariant());
                    end = word.End;
                }

                continue;
            }

            var needsSeparator = word.Start == end && word.Start > 0 && !IsSeparator(whole[word.Start - 1]);
            text.Append(needsSeparator ? "_" : whole.Substring(end, word.Start - end)).Append(word.Text);
            end = word.End;
        }

        return text.Append(whole.Substring(end)).ToString();
    }

    public static bool IsSeparator(char c) => c is '_' or ':';

    private static bool BeginsWord(string name, int i) =>
        IsCapital(name[i]) && (!IsCapital(name[i - 1]) || (i + 1 < name.Length && name[i + 1] is >= 'a' and <= 'z'));

    private static bool IsCapital(char c) => c is >= 'A' and <= 'Z';
}
