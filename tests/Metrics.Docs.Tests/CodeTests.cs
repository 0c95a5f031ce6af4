using TypedMetrics.Docs.Tests.Harness;

namespace TypedMetrics.Docs.Tests;

/// <summary>The C# of every page compiles, and the build has nothing to say of it but what the page announces.</summary>
public sealed class CodeTests
{
    public static TheoryData<string> Pages => [.. Repository.PagesWithCode];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task CodeOfThePageCompilesWithoutAWarning(string page) =>
        Complaints.None(await PageCheck.ComplaintsAsync(MarkdownPage.Read(page)));
}
