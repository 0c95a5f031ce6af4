using System.Text.Json;
using System.Text.RegularExpressions;
using TypedMetrics.EndToEnd.Tests.Packages;
using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests;

/// <summary>What a build says of a project that is wrong in each way.</summary>
[Collection(PackageFeed.Collection)]
public partial class BadShopTests(BadShopBuild build) : IClassFixture<BadShopBuild>
{
    private static readonly string Verified = $"{BuildOutput.RepositoryRoot}tests/Metrics.EndToEnd.Tests/Snapshots/BadShop.verified.txt";

    /// <summary>A difference leaves a <c>.received.txt</c> beside the file; only <c>TYPEDMETRICS_ACCEPT_SNAPSHOTS=1</c> rewrites.</summary>
    [Fact]
    public void TheBuildSaysWhatItSaidBefore()
    {
        var said = string.Concat(build.Output.Lines.Select(static line => line.Replace("repository/samples/", "", StringComparison.Ordinal) + "\n"));
        var received = Verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
        File.Delete(received);
        if (Environment.GetEnvironmentVariable("TYPEDMETRICS_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Verified, said);
        }
        else if (!File.Exists(Verified) || File.ReadAllText(Verified) != said)
        {
            File.WriteAllText(received, said);
        }

        Assert.Equal(File.Exists(Verified) ? File.ReadAllText(Verified).Split('\n') : [], said.Split('\n'));
    }

    [Fact]
    public void OurRulesAreAllThatIsWrong()
    {
        Assert.Equal(1, build.Output.ExitCode);
        Assert.DoesNotMatch(@"(error|warning) (?!MET)[A-Z]+\d+", build.Output.Output);
    }

    [Fact]
    public void EachRuleOccurs()
    {
        var index = File.ReadAllText($"{BuildOutput.RepositoryRoot}docs/rules/README.md");
        var rules = Rule().Matches(index).Select(static match => match.Groups[1].Value).ToList();
        Assert.True(rules.Count > 30);
        Assert.Equal(rules, Results().Select(static result => result.GetProperty("ruleId").GetString()!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheLogLinksEachRuleToItsPage()
    {
        var rules = build.Run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Where(static rule => rule.GetProperty("id").GetString()!.StartsWith("MET", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(rules);
        Assert.All(rules, static rule =>
        {
            var page = $"docs/rules/{rule.GetProperty("id").GetString()}.md";
            Assert.EndsWith("/" + page, rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
            Assert.True(File.Exists(BuildOutput.RepositoryRoot + page), page);
        });
    }

    [Fact]
    public void TheLogHasThePathOfAValueAsRelatedLocations()
    {
        var visit = Results().Single(static result => NameOf(result) == "BadValues.cs" && Text(result).Contains("HttpRequest.Path", StringComparison.Ordinal));
        var path = visit.GetProperty("relatedLocations").EnumerateArray().Select(Line).ToList();
        Assert.Equal(Line(visit.GetProperty("locations")[0]), path[^1] + 1);
        Assert.Equal("BadValues.cs", NameOf(visit.GetProperty("relatedLocations")[0]));
    }

    private IEnumerable<JsonElement> Results() => build.Run.GetProperty("results").EnumerateArray()
        .Where(static result => result.GetProperty("ruleId").GetString()!.StartsWith("MET", StringComparison.Ordinal));

    private static string Text(JsonElement result) => result.GetProperty("message").GetProperty("text").GetString()!;

    private static int Line(JsonElement location) => location.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32();

    private static string NameOf(JsonElement owner)
    {
        var location = owner.TryGetProperty("locations", out var locations) ? locations[0] : owner;
        return Path.GetFileName(location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!);
    }

    [GeneratedRegex(@"^\| \[(MET\d{3})\]", RegexOptions.Multiline)]
    private static partial Regex Rule();
}
