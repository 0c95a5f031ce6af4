using Microsoft.CodeAnalysis;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Analyzers.Tests.Rules;

namespace TypedMetrics.Analyzers.Tests.Findings;

/// <summary>Findings that a project accepts in <c>metrics.findings.txt</c>.</summary>
public class AcceptedFindingTests
{
    private const string Twice = """
        public static class Shop
        {
            public static void Take(Counter orders)
            {
                orders.Inc(-1);
                    orders.Inc(-1);
                orders.Inc(-2);
            }
        }
        """;

    [Fact]
    public async Task AcceptsAsManyAsTheFileSays() => Assert.Equal(
        ["MET303 Test.cs 7"],
        await RunAsync(Twice, "# A comment.\n\nMET303 | Test.cs | 2 | orders.Inc(-1);"));

    [Fact]
    public async Task ReportsTheLastOfMoreThanWereAccepted() => Assert.Equal(
        ["MET303 Test.cs 6", "MET303 Test.cs 7"],
        await RunAsync(Twice, "MET303 | Test.cs | 1 | orders.Inc(-1);"));

    [Fact]
    public async Task ReportsALineThatIsFoundLessOftenAndStillAcceptsTheRest() => Assert.Equal(
        ["MET299 metrics.findings.txt 2", "MET303 Test.cs 7"],
        await RunAsync(Twice, "#\nMET303 | Test.cs | 3 | orders.Inc(-1);"));

    [Theory]
    [InlineData("MET303 | Other.cs | 1 | orders.Inc(-2);")]
    [InlineData("MET302 | Test.cs | 1 | orders.Inc(-2);")]
    [InlineData("MET303 | Test.cs | 1 | orders.Inc(-3);")]
    public async Task TellsFindingsApartByFileRuleAndText(string line) => Assert.Equal(
        ["MET299 metrics.findings.txt 2", "MET303 Test.cs 7"],
        await RunAsync(Twice, "MET303 | Test.cs | 2 | orders.Inc(-1);\n" + line));

    [Theory]
    [InlineData("MET303")]
    [InlineData("MET303 | Test.cs | many | orders.Inc(-2);")]
    [InlineData("MET303 | Test.cs | 2 | orders.Inc(-1);")]
    [InlineData("<<<<<<< HEAD")]
    public async Task ReportsALineThatSaysNothing(string line) => Assert.Equal(
        ["MET299 metrics.findings.txt 2", "MET303 Test.cs 7"],
        await RunAsync(Twice, "MET303 | Test.cs | 2 | orders.Inc(-1);\n" + line));

    [Fact]
    public async Task DoesNotAcceptWhatIsAnErrorByItself()
    {
        const string Declaration = """
            public static partial class Shop
            {
                [Counter("orders_total", "Orders.")]
                public static partial Counter Orders(string tenant);
            }
            """;
        Assert.Equal(
            ["MET110 Test.cs 3", "MET201 Test.cs 4", "MET299 metrics.findings.txt 1"],
            await RunAsync(Declaration, "MET201 | Test.cs | 1 | public static partial Counter Orders(string tenant);"));
    }

    [Fact]
    public async Task AcceptsWithoutAFileNothing() => Assert.Equal(
        ["MET303 Test.cs 5", "MET303 Test.cs 6", "MET303 Test.cs 7"], await RunAsync(Twice, ""));

    [Theory]
    [InlineData("metrics_report_stale_findings = false")]
    [InlineData("build_property.AcceptMetricsFindings = true")]
    public async Task SaysNothingOfStaleLinesInAnEditorAndWhileTheFileIsWritten(string option) => Assert.Empty(
        await RunAsync("", "MET303 | Test.cs | 1 | orders.Inc(-1);", new EditorConfig("is_global = true\n" + option)));

    [Fact]
    public async Task AcceptsEverythingWhileTheFileIsWritten() => Assert.Empty(
        await RunAsync(Twice, "#", new EditorConfig("is_global = true\nbuild_property.AcceptMetricsFindings = true")));

    [Fact]
    public async Task AsksForTheCountOfTheTargetFramework()
    {
        const string Findings = "MET303 | Test.cs | net10.0: 2, netstandard2.0: 1 | orders.Inc(-1);";
        Assert.Equal(
            ["MET303 Test.cs 7"],
            await RunAsync(Twice, Findings, new EditorConfig("is_global = true\nbuild_property.TargetFramework = net10.0")));
        Assert.Equal(
            ["MET303 Test.cs 6", "MET303 Test.cs 7"],
            await RunAsync(Twice, Findings, new EditorConfig("is_global = true\nbuild_property.TargetFramework = netstandard2.0")));
    }

    private static async Task<IEnumerable<string>> RunAsync(string source, string findings, EditorConfig? options = null)
    {
        var found = await new AnalyzerTest { IsGenerated = true, EditorConfig = options ?? EditorConfig.None }.WithPlain(source, "/Test.cs").WithFindings(findings).RunAsync([.. RuleCatalogue.Analyzers]);
        return found.Select(Text).Order(StringComparer.Ordinal);
    }

    private static string Text(Diagnostic found)
    {
        var place = found.Location.GetLineSpan();
        return $"{found.Id} {place.Path[1..]} {place.StartLinePosition.Line + 1}";
    }
}
