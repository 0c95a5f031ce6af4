using System.Text;
using System.Text.RegularExpressions;

namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>A page, taken apart into fenced blocks and prose.</summary>
internal sealed partial class MarkdownPage
{
    private readonly List<Fence> _fences = [];
    private readonly List<(string Text, int Line)> _prose = [];
    private readonly string _text;

    private MarkdownPage(string path, string text)
    {
        Path = path;
        _text = text.ReplaceLineEndings("\n");
        var lines = _text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Opening().Match(lines[i]) is not { Success: true } opening)
            {
                _prose.Add((lines[i], i + 1));
                continue;
            }

            var indentation = opening.Groups[1].Length;
            var block = new StringBuilder();
            var first = i + 2;
            for (i++; i < lines.Length && !lines[i].AsSpan().Trim().SequenceEqual("```"); i++)
            {
                block.Append(lines[i].Length > indentation ? lines[i][indentation..] : "").Append('\n');
            }

            _fences.Add(new Fence(opening.Groups[2].Value, block.ToString(), first));
        }
    }

    /// <summary>The path below the root of the repository.</summary>
    public string Path { get; }

    public IReadOnlyList<Fence> Fences => _fences;

    /// <summary>The targets of links, with their lines.</summary>
    public IEnumerable<(string Target, int Line)> Links =>
        from line in _prose
        from match in Link().Matches(InlineCode().Replace(line.Text, "")).AsEnumerable()
        select (match.Groups[1].Value, line.Line);

    /// <summary>What stands between single backticks, with its line.</summary>
    public IEnumerable<(string Text, int Line)> Code =>
        from line in _prose
        from match in InlineCode().Matches(line.Text).AsEnumerable()
        select (match.Groups[1].Value, line.Line);

    /// <summary>The prose as it stands, line by line.</summary>
    public IReadOnlyList<(string Text, int Line)> Prose => _prose;

    /// <summary>The anchors of the headings, as code hosts make them.</summary>
    public IReadOnlyCollection<string> Anchors
    {
        get
        {
            var anchors = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (text, _) in _prose)
            {
                if (Heading().Match(text) is not { Success: true } heading)
                {
                    continue;
                }

                var anchor = NotInAnchor().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-');
                for (var i = 1; !anchors.Add(i == 1 ? anchor : $"{anchor}-{i - 1}"); i++)
                {
                }
            }

            return anchors;
        }
    }

    /// <summary>The text below a heading, blocks included, up to the next of its level; the whole page where it is empty.</summary>
    public string Section(string heading)
    {
        if (heading.Length == 0)
        {
            return _text;
        }

        var start = _text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        var end = start < 0 ? -1 : _text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return start < 0 ? "" : end < 0 ? _text[start..] : _text[start..end];
    }

    public static MarkdownPage Parse(string path, string text) => new(path, text);

    /// <summary>Reads a page of the repository.</summary>
    public static MarkdownPage Read(string path) => Parse(path, File.ReadAllText(System.IO.Path.Combine(Repository.Folder, path)));

    [GeneratedRegex("^( *)```([a-z]*)$")]
    private static partial Regex Opening();

    [GeneratedRegex("^#+ (.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
