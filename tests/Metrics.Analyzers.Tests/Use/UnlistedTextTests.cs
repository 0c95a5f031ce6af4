using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Use;

namespace TypedMetrics.Analyzers.Tests.Use;

/// <summary>MET214</summary>
public class UnlistedTextTests
{
    [Theory]
    [InlineData("ShopMetrics.Lookups({|MET214:\"hti\"|}).Inc();")]
    [InlineData("ShopMetrics.Lookups({|MET214:\"Hit\"|}).Inc();")]
    [InlineData("ShopMetrics.Lookups({|MET214:\"\"|}).Inc();")]
    [InlineData("ShopMetrics.Lookups(result: {|MET214:nameof(text)|}).Inc();")]
    [InlineData("ShopMetrics.Lookups({|MET214:\"h\" + \"it\" + \"s\"|}).Inc();")]
    [InlineData("ShopMetrics.Answers({|MET214:\"maybe\"|}, warm: true).Inc();")]
    [InlineData("ShopMetrics.Modes({|MET214:\"of\"|}).Inc();")]
    [InlineData("const string Mis = \"mis\"; ShopMetrics.Lookups({|MET214:Mis|}).Inc();")]
    public async Task ReportsConstants(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("ShopMetrics.Lookups(flag ? \"hit\" : {|MET214:\"mis\"|}).Inc();")]
    [InlineData("ShopMetrics.Lookups(flag ? {|MET214:\"hits\"|} : number > 1 ? {|MET214:\"misses\"|} : text).Inc();")]
    [InlineData("ShopMetrics.Lookups(number switch { 0 => \"miss\", 1 => {|MET214:\"one\"|}, _ => throw failure }).Inc();")]
    [InlineData("ShopMetrics.Lookups(text ?? {|MET214:\"none\"|}).Inc();")]
    public async Task ReportsTheBranchThatIsWrong(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("var result = \"mis\"; ShopMetrics.Lookups({|MET214:result|}).Inc();")]
    [InlineData("var result = \"hit\"; if (flag) { result = \"mis\"; } ShopMetrics.Lookups({|MET214:result|}).Inc();")]
    [InlineData("var result = \"mis\"; if (flag) { result = \"hit\"; } ShopMetrics.Lookups({|MET214:result|}).Inc();")]
    [InlineData("var result = \"mis\"; if (flag) { result = text; } ShopMetrics.Lookups({|MET214:result|}).Inc();")]
    [InlineData("string result; if (flag) { result = \"hit\"; } else { result = \"mis\"; } ShopMetrics.Lookups({|MET214:result|}).Inc();")]
    [InlineData("string result; switch (number) { case 1: result = \"hit\"; break; default: result = \"mis\"; break; } ShopMetrics.Lookups({|MET214:result|}).Inc();")]
    [InlineData("var result = flag ? \"hit\" : \"mis\"; ShopMetrics.Lookups({|MET214:result|}).Inc();")]
    [InlineData("var first = \"mis\"; var second = first; ShopMetrics.Lookups({|MET214:second|}).Inc();")]
    [InlineData("var result = \"hit\"; while (flag) { ShopMetrics.Lookups({|MET214:result|}).Inc(); result = \"mis\"; }")]
    [InlineData("var result = \"hit\"; Action count = () => ShopMetrics.Lookups({|MET214:result|}).Inc(); result = \"mis\"; count();")]
    [InlineData("for (var result = \"hit\"; flag; result = \"mis\") { ShopMetrics.Lookups({|MET214:result|}).Inc(); }")]
    public async Task ReportsLocalsThatHoldAConstant(string statements)
    {
        var found = Assert.Single(await VerifyAsync(statements));
        Assert.Equal("\"mis\"", TextOf(Assert.Single(found.AdditionalLocations)));
    }

    [Theory]
    [InlineData("_ = new CallLabels({|MET214:\"mis\"|}, Step.First);")]
    [InlineData("CallLabels labels = new({|MET214:\"mis\"|}, Step.First) { Result = \"hit\" };")]
    [InlineData("var labels = new CallLabels() { Result = {|MET214:\"mis\"|} };")]
    [InlineData("var labels = new CallLabels(\"hit\", Step.First); labels = labels with { Result = {|MET214:\"mis\"|} };")]
    [InlineData("ShopMetrics.Calls(new({|MET214:\"mis\"|}, Step.First)).Inc();")]
    [InlineData("var labels = new StoredLabels({|MET214:\"mis\"|}, 99); labels.Result = {|MET214:\"hits\"|};")]
    public async Task ReportsMembersOfLabelSets(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("ShopMetrics.Lookups(\"hit\").Inc();")]
    [InlineData("ShopMetrics.Lookups(\"other\").Inc();")]
    [InlineData("ShopMetrics.Lookups(flag ? \"hit\" : \"miss\").Inc();")]
    [InlineData("ShopMetrics.Lookups(text).Inc();")]
    [InlineData("ShopMetrics.Lookups(text.ToLowerInvariant() + \"s\").Inc();")]
    [InlineData("ShopMetrics.Lookups(null!).Inc();")]
    [InlineData("ShopMetrics.Answers(null, false).Inc();")]
    [InlineData("ShopMetrics.Answers(\"\", false).Inc();")]
    [InlineData("ShopMetrics.Modes(\"off\").Inc();")]
    [InlineData("ShopMetrics.Modes(\"offline\".AsSpan(0, 3)).Inc();")]
    [InlineData("ShopMetrics.TenantOrders(\"anything\").Inc();")]
    [InlineData("Console.WriteLine(\"mis\");")]
    [InlineData("_ = new CallLabels(\"hit\", Step.First) == new CallLabels(text, Step.First);")]
    public async Task AcceptsListedAndUnknownTexts(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("var result = \"\"; if (flag) { result = \"hit\"; } else { result = \"miss\"; } ShopMetrics.Lookups(result).Inc();")]
    [InlineData("var result = \"none\"; result = \"hit\"; ShopMetrics.Lookups(result).Inc();")]
    [InlineData("var result = \"none\"; switch (number) { case 1: result = \"hit\"; break; default: result = \"miss\"; break; } ShopMetrics.Lookups(result).Inc();")]
    [InlineData("var result = \"none\"; Fill(out result); ShopMetrics.Lookups(result).Inc(); static void Fill(out string value) => value = \"hit\";")]
    [InlineData("var result = \"mi\"; result += \"ss\"; ShopMetrics.Lookups(result).Inc();")]
    [InlineData("var result = \"none\"; (result, number) = (\"hit\", 1); ShopMetrics.Lookups(result).Inc();")]
    [InlineData("var result = \"hit\"; ShopMetrics.Lookups(result).Inc(); result = \"done\"; Console.WriteLine(result);")]
    [InlineData("while (flag) { var result = \"hit\"; ShopMetrics.Lookups(result).Inc(); result = \"done\"; Console.WriteLine(result); }")]
    [InlineData("foreach (var result in new[] { \"hit\", \"mis\" }) { ShopMetrics.Lookups(result).Inc(); }")]
    public async Task LeavesOutWhatDoesNotReachTheLabel(string statements) => await VerifyAsync(statements);

    [Fact]
    public async Task LeavesConstructorsAloneThatMakeSomethingElseOfTheirParameter() => await new AnalyzerTest().With(
        """
        [LabelSet]
        public class Labels
        {
            public Labels(string result) => Result = result.ToLowerInvariant();

            [OneOf("hit", "miss")]
            public string Result { get; }

            public static Labels Hit => new("HIT");
        }
        """).VerifyAsync(new ClosedValueAnalyzer());

    [Fact]
    public async Task KnowsMetricsOfReferencedAssemblies() => await new AnalyzerTest()
        .WithReference(Emitted.Reference(new AnalyzerTest().WithPlain(ShopSource.Metrics, "/Metrics.cs").Compile("Metrics")))
        .With("static class Use { static void Run() { ShopMetrics.Lookups({|MET214:\"mis\"|}).Inc(); _ = new CallLabels({|MET214:\"mis\"|}, {|MET215:default|}); } }")
        .VerifyAsync(new ClosedValueAnalyzer());

    [Theory]
    [InlineData("\"mis\"", "did you mean 'miss'?")]
    [InlineData("\"HIT\"", "did you mean 'hit'?")]
    [InlineData("\"expierd\"", "did you mean 'expired'?")]
    [InlineData("\"hot\"", "did you mean 'hit'?")]
    [InlineData("\"stale\"", "pass one of 'hit', 'miss', 'expired', or add it to [OneOf]")]
    [InlineData("\"\"", "pass one of 'hit', 'miss', 'expired', or add it to [OneOf]")]
    public async Task SaysWhatIsMeant(string argument, string wayOut)
    {
        var found = Assert.Single(await VerifyAsync($"ShopMetrics.Lookups({{|MET214:{argument}|}}).Inc();"));
        Assert.Equal(
            $"Label 'result' of 'lookups_total' never takes '{argument.Trim('"')}', which lands in 'other': {wayOut}",
            found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task IsSilencedByPragma() => await VerifyAsync(
        """

        #pragma warning disable MET214
                ShopMetrics.Lookups("mis").Inc();
        #pragma warning restore MET214

        """);

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> VerifyAsync(string statements) =>
        ShopSource.VerifyAsync(new ClosedValueAnalyzer(), statements);

    private static string TextOf(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
