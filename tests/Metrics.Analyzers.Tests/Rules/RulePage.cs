using System.Text.RegularExpressions;

namespace TypedMetrics.Analyzers.Tests.Rules;

/// <summary>The page of a rule, taken apart.</summary>
internal sealed partial class RulePage
{
    public static readonly string[] Sections = ["Cause", "Why", "Bad", "Good", "Fix", "When to suppress"];

    private readonly Dictionary<string, string> _sections;

    private RulePage(string id, string heading, string table, Dictionary<string, string> sections)
    {
        Id = id;
        Heading = heading;
        Table = table;
        _sections = sections;
    }

    public string Id { get; }

    /// <summary>The first line, without <c>#</c>.</summary>
    public string Heading { get; }

    /// <summary>What stands between the heading and the first section.</summary>
    public string Table { get; }

    public IReadOnlyCollection<string> SectionNames => _sections.Keys;

    public static IEnumerable<string> AllIds => Directory.GetFiles(RuleCatalogue.PagesFolder, "MET*.md")
        .Select(static file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal);

    public static RulePage Read(string id)
    {
        var text = File.ReadAllText(Path.Combine(RuleCatalogue.PagesFolder, id + ".md")).ReplaceLineEndings("\n");
        var parts = text.Split("\n## ");
        var head = parts[0].Split('\n', 2);
        return new(
            id,
            head[0].TrimStart('#').Trim(),
            head[1].Trim(),
            parts.Skip(1).ToDictionary(static part => part[..part.IndexOf('\n', StringComparison.Ordinal)], static part => part[part.IndexOf('\n', StringComparison.Ordinal)..].Trim()));
    }

    public string TextOf(string section) => _sections[section];

    /// <summary>The C# of a section.</summary>
    public string CodeOf(string section) => Code().Match(TextOf(section)).Groups["code"].Value;

    /// <summary>The file of accepted findings in a section, or nothing.</summary>
    public string FindingsOf(string section) => Findings().Match(TextOf(section)).Groups["lines"].Value;

    [GeneratedRegex(@"```text\n(?<lines>MET.*?)```", RegexOptions.Singleline)]
    private static partial Regex Findings();

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
