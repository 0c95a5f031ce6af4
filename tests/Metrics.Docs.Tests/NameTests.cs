using TypedMetrics.Docs.Tests.Harness;

namespace TypedMetrics.Docs.Tests;

/// <summary>What pages name exists.</summary>
public sealed class NameTests
{
    // Pages about other libraries name what those have, decisions what was and what was not taken.
    private static readonly string[] NamesOfOthers = ["docs/coming-", "docs/migrating-", "docs/other-libraries.md", "docs/decisions/", "docs/rules/", "src/"];

    public static TheoryData<string> Pages => [.. Repository.Pages];

    public static TheoryData<string> PagesWithOwnNames => [.. Repository.Pages.Where(static page => !NamesOfOthers.Any(start => page.StartsWith(start, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void RulesOfThePageExist(string page) => Complaints.None(NameCheck.UnknownRules(MarkdownPage.Read(page)));

    [Theory]
    [MemberData(nameof(PagesWithOwnNames))]
    public async Task MembersAttributesAndFamiliesOfThePageExist(string page) =>
        Complaints.None((await NewCheck()).UnknownNames(MarkdownPage.Read(page)));

    [Fact]
    public async Task NamesThatDoNotExistAreComplaints()
    {
        var page = MarkdownPage.Parse("page.md", """
            MET302 and MET999, `Counter.Inc(long)` and `Counter.Add`, `[MaxValues(200)] string` and `[MinValues(2)] string`,
            `HttpVerb.From("GET")` and `StatusClass.Of(200)`, `process_threads`, `process_num_threads`, `http_server_requests_total`, `dotnet_gc_…`, `dotnet_il_…`.
            """);
        Assert.Equal(["page.md(1): there is no rule MET999"], NameCheck.UnknownRules(page));
        Assert.Equal(
            ["page.md(1): 'Counter.Add' does not exist", "page.md(1): '[MinValues(2)] string' does not exist", "page.md(2): 'StatusClass.Of(200)' does not exist",
                "page.md(2): 'process_num_threads' does not exist", "page.md(2): 'dotnet_il_…' does not exist"],
            (await NewCheck()).UnknownNames(page));
    }

    private static async Task<NameCheck> NewCheck() => new([.. (await Families.Value).Select(static family => family.Name)]);

    private static readonly Lazy<Task<IReadOnlyList<(string Name, string Type)>>> Families = new(BuiltInFamilies.ReadAsync);
}
