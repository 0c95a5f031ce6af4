using System.Globalization;

namespace TypedMetrics.Analyzers.Tests.CallSites;

/// <summary>Label values and names given to prom-client.</summary>
public class PromClientTests
{
    [Theory]
    [InlineData("""family.WithLabels({|MET210:exception.Message|}).Inc();""")]
    [InlineData("""family.WithLabels("a", {|MET210:exception.Message|}).Inc();""")]
    [InlineData("""family.WithLabels(new[] { {|MET210:exception.Message|} }).Inc();""")]
    [InlineData("""var values = new[] { {|MET210:exception.Message|} }; family.WithLabels(values).Inc();""")]
    [InlineData("""tuples.WithLabels(("a", {|MET210:exception.Message|})).Inc();""")]
    [InlineData("""tuples.WithLabels(({|MET210:exception.Message|}, "b")).Inc();""")]
    [InlineData("""var values = ("a", {|MET210:exception.Message|}); tuples.WithLabels(values).Inc();""")]
    [InlineData("""factory.CreateCounter("c", "h", (1, "l")).WithLabels((2, {|MET210:exception.Message|})).Inc();""")]
    [InlineData("""factory.CreateCounter({|MET210:exception.Message|}, "h").Inc();""")]
    [InlineData("""factory.CreateCounter({|MET210:exception.Message|}, "h", ("a", "b"));""")]
    public Task ReportsLabelValuesAndNames(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("""family.WithLabels("a", exception.GetType().Name).Inc();""")]
    [InlineData("""tuples.WithLabels(("a", flag ? "b" : "c")).Inc();""")]
    [InlineData("""family.RemoveLabelled(exception.Message);""")]
    [InlineData("""factory.CreateCounter("c", exception.Message).Inc();""")]
    public Task IsSilentOnWhatIsBoundedOrNoLabel(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("""factory.CreateCounter("c", "h", ("l", "m")).WithLabels(("a", {|MET210:exception.Message|}));""", "Label 'm' of 'c' ")]
    [InlineData("""factory.CreateCounter("c", "h", "l", "m").WithLabels({|MET210:exception.Message|}, "b");""", "Label 'l' of 'c' ")]
    [InlineData("""tuples.WithLabels(("a", {|MET210:exception.Message|}));""", "Label 2 of WithLabels on 'tuples' ")]
    public async Task NamesTheLabel(string statements, string beginning)
    {
        var found = Assert.Single(await VerifyAsync(statements));
        Assert.StartsWith(beginning, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> VerifyAsync(string marked) => CallSiteTest.VerifyAsync(
        $$"""
        using Prometheus.Client;

        static class Use
        {
            static void Run(
                IMetricFactory factory, IMetricFamily<ICounter> family, IMetricFamily<ICounter, (string, string)> tuples, Exception exception, bool flag)
            {
                {{marked}}
            }
        }
        """,
        PromClient.Reference);
}
