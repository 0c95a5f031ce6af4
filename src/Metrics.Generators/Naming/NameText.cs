using System.Collections.Generic;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Naming;

/// <summary>A name as it is written, taken apart, and how other names are made of it.</summary>
/// <param name="full">The whole name.</param>
/// <param name="prefixLength">How much of its beginning is written elsewhere.</param>
internal class NameText(string full, int prefixLength)
{
    public string Full { get; } = full;

    public int PrefixLength { get; } = prefixLength;

    public IReadOnlyList<NameWord> Words { get; } = NameWords.Of(full);

    /// <summary>Whether the word is written here, at least in part.</summary>
    public bool IsOwn(NameWord word) => word.End > PrefixLength;

    /// <summary>What is written here of a whole name.</summary>
    public string Own(string whole) => whole.Substring(PrefixLength);

    /// <summary>The name with other text behind it.</summary>
    public string? With(string ending) => Checked(Full + ending);

    /// <summary>The name with other words for those from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public string? Replace(int first, int end, string words)
    {
        var start = Words[first].Start;
        var text = Full[start] is >= 'A' and <= 'Z' ? char.ToUpperInvariant(words[0]) + words.Substring(1) : words;
        return start < PrefixLength ? null : Checked(Full.Substring(0, start) + text + Full.Substring(Words[end - 1].End));
    }

    /// <summary>The name without the words from <paramref name="first"/> to before <paramref name="end"/>, and one separator less.</summary>
    public string? Without(int first, int end)
    {
        var isFirstOwn = first == 0 || Words[first - 1].End <= PrefixLength;
        var (from, to) = isFirstOwn
            ? (Words[first].Start, end < Words.Count ? Words[end].Start : Full.Length)
            : (Words[first - 1].End, Words[end - 1].End);
        return from < PrefixLength ? null : Checked(Full.Substring(0, from) + Full.Substring(to));
    }

    /// <summary>The name in snake_case.</summary>
    public string? Snake() =>
        Checked(Full.Substring(0, PrefixLength) + NameWords.Snake(Full.Substring(PrefixLength), Full.Substring(0, PrefixLength)));

    /// <summary>The name with an underscore for each colon.</summary>
    public string? WithoutColons() => Checked(Full.Substring(0, PrefixLength) + Own(Full).Replace(':', '_'));

    // Another name, that leaves something to write here.
    private string? Checked(string whole) => whole.Length > PrefixLength && whole != Full && MetricNames.IsValid(whole) ? whole : null;
}
