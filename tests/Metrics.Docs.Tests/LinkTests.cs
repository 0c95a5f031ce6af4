using TypedMetrics.Analyzers.Tests.Rules;
using TypedMetrics.Docs.Tests.Harness;

namespace TypedMetrics.Docs.Tests;

/// <summary>Links of all pages lead somewhere.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void LinksOfThePageLeadToFilesAndHeadings(string page) => Complaints.None(LinkCheck.Complaints(MarkdownPage.Read(page)));

    [Fact]
    public void IndexLeadsToEachPage()
    {
        var index = MarkdownPage.Read("docs/README.md");
        var linked = index.Links.Select(static link => "docs/" + link.Target).ToHashSet(StringComparer.Ordinal);
        var pages = Directory.GetFiles(Path.Combine(RuleCatalogue.RepositoryFolder, "docs"), "*.md").Select(static file => "docs/" + Path.GetFileName(file));
        Assert.Equal([], pages.Where(page => page != index.Path).Except(linked));
    }
}
