using Microsoft.CodeAnalysis;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Naming;

namespace TypedMetrics.Analyzers.Tests.Naming;

/// <summary>MET113</summary>
public class LabelledSummaryTests
{
    [Fact]
    public async Task ReportsQuantilesOfALabelledSummary()
    {
        var found = Assert.Single(await new AnalyzerTest().With(
            """
            public static partial class ShopMetrics
            {
                [Summary("wait_seconds", "Time in the queue.", Quantiles = {|MET113:[0.5, 0.99]|})]
                public static partial Summary Wait(bool warm);
            }
            """).VerifyAsync(new NamingAnalyzer()));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Theory]
    [InlineData("[Summary(\"wait_seconds\", \"Time in the queue.\")] private static partial Summary Wait(bool warm);")]
    [InlineData("[Summary(\"wait_seconds\", \"Time in the queue.\", Quantiles = [])] private static partial Summary Wait(bool warm);")]
    [InlineData("[Summary(\"wait_seconds\", \"Time in the queue.\", Quantiles = null)] private static partial Summary Wait(bool warm);")]
    [InlineData("[Summary(\"wait_seconds\", \"Time in the queue.\", Quantiles = [0.5])] private static partial Summary Wait { get; }")]
    [InlineData("[Other.Summary(Quantiles = new[] { 0.5 })] static int Wait(bool warm) => 0;")]
    public async Task AcceptsSummariesWithoutEither(string member) => await new AnalyzerTest()
        .With($"static partial class A {{ {member} }} namespace Other {{ class SummaryAttribute : Attribute {{ public double[]? Quantiles {{ get; set; }} }} }}")
        .VerifyAsync(new NamingAnalyzer());

    [Fact]
    public async Task IsSilencedByPragma() => await new AnalyzerTest().With(
        """
        static partial class A
        {
        #pragma warning disable MET113
            [Summary("wait_seconds", "Time in the queue.", Quantiles = [0.5])] private static partial Summary Wait(bool warm);
        }
        """).VerifyAsync(new NamingAnalyzer());
}
