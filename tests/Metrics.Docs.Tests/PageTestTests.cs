using TypedMetrics.Docs.Tests.Harness;

namespace TypedMetrics.Docs.Tests;

/// <summary>The tests that a page shows pass.</summary>
public sealed class PageTestTests
{
    [Fact]
    public async Task TestsOfThePageAboutTestingPass()
    {
        var chapter = Assert.Single(PageCompilation.Of(MarkdownPage.Read("docs/testing.md")));
        var program = PageProgram.Load(chapter);
        foreach (var block in chapter.Chapter.Blocks)
        {
            await program.RunAsync(block);
        }

        Assert.Equal(5, await program.RunTestsAsync());
    }
}
