using System.Text.RegularExpressions;

namespace TypedMetrics.EndToEnd.Tests.Packages;

/// <summary>The outcome of a build, and what our rules said in it.</summary>
internal sealed partial class RuleOutput(int exitCode, string output, string folder)
{
    public int ExitCode { get; } = exitCode;

    public string Output { get; } = output;

    /// <summary>The lines of our rules in the order of files and places, with relative paths, without the help link and the project.</summary>
    public IReadOnlyList<string> Lines { get; } = [.. Summary().Split(output)[0].Split('\n')
        .Where(static line => Rule().IsMatch(line))
        .Select(line => Trailer().Replace(line, "").Replace(folder + "/", "", StringComparison.Ordinal).Trim())
        .Order(Comparer<string>.Create(ByPlace))];

    /// <summary>The lines without their messages: <c>Shop/Orders.cs(7,29): warning MET210</c>.</summary>
    public IEnumerable<string> Short => Lines.Select(static line => Rule().Match(line).Value);

    private static int ByPlace(string left, string right)
    {
        var (one, other) = (Place().Match(left), Place().Match(right));
        var byFile = string.CompareOrdinal(one.Groups[1].Value, other.Groups[1].Value);
        return byFile != 0 ? byFile
            : Number(one, 2) != Number(other, 2) ? Number(one, 2).CompareTo(Number(other, 2))
            : Number(one, 3) != Number(other, 3) ? Number(one, 3).CompareTo(Number(other, 3))
            : string.CompareOrdinal(left, right);
    }

    private static int Number(Match match, int group) => int.TryParse(match.Groups[group].Value, out var number) ? number : 0;

    [GeneratedRegex(@"^.*?: (error|warning) MET\d{3}")]
    private static partial Regex Rule();

    // What follows repeats the lines.
    [GeneratedRegex(@"^Build (?:succeeded|FAILED)\.", RegexOptions.Multiline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"( \(https://\S+\))?( \[[^\[\]]*\])?\r?$")]
    private static partial Regex Trailer();

    [GeneratedRegex(@"^(.*?)(?:\((\d+),(\d+)\))?: ")]
    private static partial Regex Place();
}
