using TypedMetrics.Docs.Tests.Harness;

namespace TypedMetrics.Docs.Tests;

/// <summary>The expositions that a page shows are those that its code makes.</summary>
public sealed class ExpositionTests
{
    public static TheoryData<string> Pages => [.. Repository.PagesWithCode.Where(static page => PageRun.HasExpositions(MarkdownPage.Read(page)))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task CodeOfThePageMakesTheExpositionsThatItShows(string page) =>
        Complaints.None(await PageRun.ComplaintsAsync(MarkdownPage.Read(page)));

    [Theory]
    [InlineData("a 1", true)]
    [InlineData("a 1\nb 2\nc 3", true)]
    [InlineData("a 1\n…\nc 3", true)]
    [InlineData("b …", true)]
    [InlineData("… 3", true)]
    [InlineData("a 2", false)]
    [InlineData("a", false)]
    [InlineData("a 1\nc 3", false)]
    [InlineData("c 3\n…\na 1", false)]
    [InlineData("b …9", false)]
    public void ExcerptIsPartOfAnExpositionOrNot(string excerpt, bool isIn) =>
        Assert.Equal(isIn, new ExpositionExcerpt(excerpt).IsIn("a 1\nb 2\nc 3\n"));
}
