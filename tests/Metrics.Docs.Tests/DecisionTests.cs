using System.Globalization;
using TypedMetrics.Docs.Tests.Harness;

namespace TypedMetrics.Docs.Tests;

/// <summary>Decisions can be cited by their number.</summary>
public sealed class DecisionTests
{
    private static readonly string[] Pages = [.. Repository.Pages.Where(static page => page.StartsWith("docs/decisions/", StringComparison.Ordinal))];

    [Fact]
    public void NumbersGoUpByOne() => Assert.Equal(
        Enumerable.Range(1, Pages.Length).Select(static number => number.ToString("0000", CultureInfo.InvariantCulture)),
        Pages.Select(static page => Path.GetFileName(page)[..4]));

    [Fact]
    public void HeadingsBeginWithTheNumber() => Complaints.None(Pages.Where(static page =>
        !MarkdownPage.Read(page).Section("").StartsWith($"# {int.Parse(Path.GetFileName(page)[..4], CultureInfo.InvariantCulture)}. ", StringComparison.Ordinal)));
}
