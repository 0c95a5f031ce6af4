using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetrics.Analyzers.Tests.Harness;

namespace TypedMetrics.Analyzers.Tests.Rules;

/// <summary>Each rule has a descriptor, a page with all sections, a help link and a release-tracking row, and nothing else has.</summary>
public class RulePageTests
{
    /// <summary>Set to 1, the index is written anew instead of compared.</summary>
    private const string UpdateVariable = "TYPEDMETRICS_ACCEPT_SNAPSHOTS";

    private const string SampleContext = """
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;

        public enum Plan { Free, Pro }

        public enum Queue { Orders, Mails }

        public enum Endpoint { Orders, Cart }

        public enum Method { Get, Post, Put, Head }
        """;

    private const string UseContext = """
        public static partial class ShopMetrics
        {
            [Counter("requests_total")]
            public static partial Counter Requests([MaxValues(200)] string route);

            [Counter("failures_total")]
            public static partial Counter Failures([MaxValues(200)] string type);
        }
        """;

    public static TheoryData<string> Ids => [.. RuleCatalogue.Declared.Select(static rule => rule.Id)];

    [Fact]
    public void EachDeclaredRuleIsReportedOnce()
    {
        Assert.Equal(RuleCatalogue.Declared.Select(static rule => rule.Id), RuleCatalogue.Reported.Select(static rule => rule.Id));
        Assert.Equal(RuleCatalogue.Declared.Length, RuleCatalogue.Declared.Select(static rule => rule.Id).Distinct().Count());
    }

    [Fact]
    public void EachRuleHasAPageAndEachPageARule() =>
        Assert.Equal(RuleCatalogue.Declared.Select(static rule => rule.Id), RulePage.AllIds);

    [Fact]
    public void EachRuleHasARowInTheReleaseTracking()
    {
        var files = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" };
        var rows = files
            .SelectMany(static file => File.ReadAllLines(Path.Combine(RuleCatalogue.RepositoryFolder, "src", "Metrics.Generators", file)))
            .Where(static line => line.StartsWith("MET", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            RuleCatalogue.Declared.Select(static rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title.ToString(CultureInfo.InvariantCulture)}"),
            rows);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ThePageHasAllSectionsAndTheRulesOwnWords(string id)
    {
        var rule = RuleCatalogue.Declared.Single(rule => rule.Id == id);
        var page = RulePage.Read(id);
        Assert.Equal($"{id}: {rule.Title.ToString(CultureInfo.InvariantCulture)}", page.Heading);
        Assert.Equal(
            $"| | |\n| --- | --- |\n| Category | {rule.Category} |\n| Severity | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |",
            page.Table);
        Assert.Equal(RulePage.Sections, page.SectionNames);
        Assert.All(RulePage.Sections, section => Assert.True(page.TextOf(section).Length > 30, section));
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task TheBadExampleIsReported(string id) => Assert.Contains(id, await IdsInAsync(RulePage.Read(id), "Bad", isBroken: true));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task TheGoodExampleIsNot(string id) => Assert.Empty(await IdsInAsync(RulePage.Read(id), "Good", isBroken: false, id));

    [Fact]
    public void TheIndexListsEachRule()
    {
        var file = Path.Combine(RuleCatalogue.PagesFolder, "README.md");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(file, Index());
        }

        Assert.Equal(Index(), File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    private static async Task<IEnumerable<string>> IdsInAsync(RulePage page, string section, bool isBroken, string? strictId = null)
    {
        var sample = page.CodeOf(section);
        var isUse = sample.Contains("HttpContext", StringComparison.Ordinal);
        var source = isUse ? $"static class Sample\n{{\n{sample}\n}}" : IsTypes(sample) ? sample : $"public static partial class Sample\n{{\n{sample}\n}}";
        var test = new AnalyzerTest { IsGenerated = true, IsBroken = isBroken }.WithAspNetCore().With(SampleContext, "/Context.cs").With(source).WithFindings(page.FindingsOf(section));
        var found = await (isUse ? test.With(UseContext, "/Uses.cs") : test).RunAsync([.. RuleCatalogue.Analyzers]);

        // Examples need not be perfect in what is information only, such as a missing help text.
        return found.Where(one => strictId is null || one.Id == strictId || one.Severity > DiagnosticSeverity.Info).Select(static one => one.Id);
    }

    private static bool IsTypes(string sample)
    {
        var unit = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(sample, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        return unit.Members.All(static member => member is BaseTypeDeclarationSyntax);
    }

    private static string Index()
    {
        var text = new StringBuilder("""
            # Rules

            Generated from the rules themselves: run the tests with `TYPEDMETRICS_ACCEPT_SNAPSHOTS=1` to write it anew. Severities are set in
            `.editorconfig`, as for any analyzer: `dotnet_diagnostic.MET203.severity = none`.

            | rule | title | severity |
            | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var rule in RuleCatalogue.Declared)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Title.ToString(CultureInfo.InvariantCulture)} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |\n");
        }

        return text.ToString();
    }
}
