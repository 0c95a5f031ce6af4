using Microsoft.CodeAnalysis;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Naming;

namespace TypedMetrics.Analyzers.Tests.Naming;

/// <summary>MET113, by the attribute's metadata name</summary>
public class LabelledSummaryTests
{
    private const string Summary = """
        namespace TypedMetrics
        {
            public sealed class SummaryAttribute(string name) : Attribute
            {
                public string Name => name;

                public double[]? Quantiles { get; set; }
            }
        }
        """;

    [Fact]
    public async Task ReportsQuantilesOfALabelledSummary()
    {
        var found = Assert.Single(await Test().With(
            """
            public static partial class ShopMetrics
            {
                [Summary("wait_seconds", Quantiles = {|MET113:[0.5, 0.99]|})]
                public static int Wait(bool warm) => 0;
            }
            """).VerifyAsync(new NamingAnalyzer()));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Theory]
    [InlineData("[Summary(\"wait_seconds\")] static int Wait(bool warm) => 0;")]
    [InlineData("[Summary(\"wait_seconds\", Quantiles = [])] static int Wait(bool warm) => 0;")]
    [InlineData("[Summary(\"wait_seconds\", Quantiles = null)] static int Wait(bool warm) => 0;")]
    [InlineData("[Summary(\"wait_seconds\", Quantiles = [0.5])] static int Wait() => 0;")]
    [InlineData("[Summary(\"wait_seconds\", Quantiles = [0.5])] static int Wait => 0;")]
    [InlineData("[Other.Summary(Quantiles = new[] { 0.5 })] static int Wait(bool warm) => 0;")]
    public async Task AcceptsSummariesWithoutEither(string member) => await Test()
        .With($"static partial class A {{ {member} }} namespace Other {{ class SummaryAttribute : Attribute {{ public double[]? Quantiles {{ get; set; }} }} }}")
        .VerifyAsync(new NamingAnalyzer());

    [Fact]
    public async Task IsSilencedByPragma() => await Test().With(
        """
        static class A
        {
        #pragma warning disable MET113
            [Summary("wait_seconds", Quantiles = [0.5])] static int Wait(bool warm) => 0;
        }
        """).VerifyAsync(new NamingAnalyzer());

    private static AnalyzerTest Test() => new AnalyzerTest().With(Summary, "/Summary.cs");
}
