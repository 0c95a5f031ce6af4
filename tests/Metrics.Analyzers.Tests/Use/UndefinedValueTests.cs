using System.Globalization;
using TypedMetrics.Generators.Use;

namespace TypedMetrics.Analyzers.Tests.Use;

/// <summary>MET215</summary>
public class UndefinedValueTests
{
    [Theory]
    [InlineData("ShopMetrics.Steps(Step.First, {|MET215:0|}).Inc();")]
    [InlineData("ShopMetrics.Steps(Step.First, {|MET215:-1|}).Inc();")]
    [InlineData("ShopMetrics.Steps(Step.First, shard: {|MET215:6|}).Inc();")]
    [InlineData("ShopMetrics.Steps(Step.First, {|MET215:'a'|}).Inc();")]
    [InlineData("ShopMetrics.Steps(Step.First, flag ? 1 : {|MET215:int.MaxValue|}).Inc();")]
    [InlineData("const int Shard = 7; ShopMetrics.Steps(Step.First, {|MET215:Shard|}).Inc();")]
    [InlineData("int? shard = null; ShopMetrics.Steps(Step.First, shard ?? {|MET215:0|}).Inc();")]
    [InlineData("var shard = 6; ShopMetrics.Steps(Step.First, {|MET215:shard|}).Inc();")]
    [InlineData("_ = new CallLabels(\"hit\", Step.First) { Shard = {|MET215:10|} };")]
    public async Task ReportsNumbersOutsideTheRange(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("ShopMetrics.Steps({|MET215:(Step)99|}, 1).Inc();")]
    [InlineData("ShopMetrics.Steps({|MET215:default|}, 1).Inc();")]
    [InlineData("ShopMetrics.Steps({|MET215:default(Step)|}, 1).Inc();")]
    [InlineData("ShopMetrics.Steps({|MET215:0|}, 1).Inc();")]
    [InlineData("ShopMetrics.Steps({|MET215:Step.First | Step.Second|}, 1).Inc();")]
    [InlineData("ShopMetrics.Visits({|MET215:(Endpoint)2|}).Inc();")]
    [InlineData("ShopMetrics.Visits(flag ? Endpoint.Cart : {|MET215:(Endpoint)(-1)|}).Inc();")]
    [InlineData("var step = Step.First; if (flag) { step = default; } ShopMetrics.Steps({|MET215:step|}, 1).Inc();")]
    [InlineData("_ = new CallLabels(\"hit\", {|MET215:(Step)3|});")]
    [InlineData("_ = new CallLabels(\"hit\", Step.First) { Step = {|MET215:default|} };")]
    public async Task ReportsUndefinedNumbersOfEnums(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("ShopMetrics.Steps(Step.First, 1).Inc(); ShopMetrics.Steps(Step.Third, 5).Inc();")]
    [InlineData("ShopMetrics.Steps((Step)2, number).Inc();")]
    [InlineData("ShopMetrics.Steps((Step)number, number % 5).Inc();")]
    [InlineData("ShopMetrics.Steps((Step)(byte)number, Math.Clamp(number, 1, 5)).Inc();")]
    [InlineData("ShopMetrics.Steps(Step.First & Step.First, 1 + 2).Inc();")]
    [InlineData("ShopMetrics.Visits(default).Inc(); ShopMetrics.Visits(null).Inc(); ShopMetrics.Visits(default(Endpoint)).Inc();")]
    [InlineData("ShopMetrics.Visits((Endpoint)1).Inc();")]
    [InlineData("_ = new StoredLabels(\"hit\", 99);")]
    [InlineData("_ = new CallLabels();")]
    [InlineData("var shard = 0; foreach (var c in text) { shard++; } ShopMetrics.Steps(Step.First, shard).Inc();")]
    [InlineData("var shard = -1; if (!int.TryParse(text, out shard)) { shard = 1; } ShopMetrics.Steps(Step.First, shard).Inc();")]
    [InlineData("Console.WriteLine((Step)99);")]
    public async Task AcceptsDeclaredAndUnknownValues(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("ShopMetrics.Steps(Step.First, {|MET215:6|}).Inc();", "'shard' of 'steps_total' never takes 6, which lands in 'other': pass 1 to 5, or widen [InRange]")]
    [InlineData("ShopMetrics.Steps({|MET215:default|}, 1).Inc();", "'step' of 'steps_total' never takes (Step)0, which lands in 'other': pass a member of 'Step'")]
    [InlineData("_ = new CallLabels(\"hit\", {|MET215:(Step)9|});", "'step' of 'CallLabels' never takes (Step)9, which lands in 'other': pass a member of 'Step'")]
    public async Task SaysWhatFits(string statements, string message)
    {
        var found = Assert.Single(await VerifyAsync(statements));
        Assert.Equal("Label " + message, found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task IsSilencedByPragma() => await VerifyAsync(
        """

        #pragma warning disable MET215
                ShopMetrics.Steps(default, 6).Inc();
        #pragma warning restore MET215

        """);

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> VerifyAsync(string statements) =>
        ShopSource.VerifyAsync(new ClosedValueAnalyzer(), statements);
}
