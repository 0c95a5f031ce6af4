using System.Text.RegularExpressions;

namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>
/// Holds what the build says of a page against what the page says of itself: a comment <c>// MET301</c> on the line, or the output
/// of the build quoted in a block of its own. Everything else is a complaint, and so is what is said and does not come.
/// </summary>
internal static partial class PageCheck
{
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(MarkdownPage page)
    {
        var findings = new List<Finding>();
        foreach (var chapter in PageCompilation.Of(page))
        {
            findings.AddRange(await chapter.FindAsync());
        }

        var announced = Comments(page).Concat(Quotes(page)).ToList();
        return
        [
            .. findings.Distinct().Where(found => !announced.Any(one => one.Announces(found))).Select(static found => found.ToString()),
            .. announced.Where(one => !findings.Any(one.Announces)).Select(one => $"{page.Path}({one.Line}): {one.Id} is announced, and not reported"),
        ];
    }

    private static IEnumerable<Announcement> Comments(MarkdownPage page) =>
        from fence in page.Fences
        where fence.Info == "csharp"
        from line in fence.Text.Split('\n').Select(static (text, i) => (Text: text, Number: i))
        from match in Comment().Matches(line.Text).AsEnumerable()
        select new Announcement(fence.Line + line.Number, match.Groups[1].Value, null);

    private static IEnumerable<Announcement> Quotes(MarkdownPage page) =>
        from fence in page.Fences
        where fence.Info.Length == 0
        from line in fence.Text.Split('\n').Select(static (text, i) => (Text: text, Number: i))
        let match = Quote().Match(line.Text)
        where match.Success
        select new Announcement(fence.Line + line.Number, match.Groups[2].Value, match.Groups[1].Value + " " + match.Groups[3].Value);

    [GeneratedRegex(@"//.*\b(MET\d{3})\b")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\w+\.cs\(\d+,\d+\): (error|warning) (MET\d{3}): (.+)$")]
    private static partial Regex Quote();

    /// <summary>A comment announces its line, a quotation the severity and the text of the message.</summary>
    private sealed record Announcement(int Line, string Id, string? Message)
    {
        public bool Announces(Finding finding) =>
            finding.Id == Id && (Message is null ? finding.Line == Line : $"{finding.Severity} {finding.Message}" == Message);
    }
}
