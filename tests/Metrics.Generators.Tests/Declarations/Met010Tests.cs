using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>A label twice in one metric.</summary>
public class Met010Tests
{
    [Theory]
    [InlineData("bool xY, bool {|MET010:x_y|}")]
    [InlineData("bool a, [Label({|MET010:\"a\"|})] bool b")]
    [InlineData("bool a, bool b, [Label({|MET010:\"a\"|})] bool c, [Label({|MET010:\"b\"|})] bool d")]
    [InlineData("bool warm, Set {|MET010:set|}")]
    [InlineData("Set set, bool {|MET010:warm|}")]
    [InlineData("Set one, Set {|MET010:two|}")]
    [InlineData("[Label({|MET010:\"service\"|})] bool x")]
    public Task ReportsTheLaterOne(string parameters) => DeclarationCheck.Verify(Group(parameters));

    [Fact]
    public Task ReportsAConstantLabelTwice() => DeclarationCheck.Verify(
        """
        [MetricGroup(ConstantLabels = ["a=1", "b=2", {|MET010:"a=3"|}])]
        static partial class Group { [Counter("a_total")] public static partial Counter A { get; } }
        """);

    [Fact]
    public Task SaysWhoHasTheName() => DeclarationCheck.VerifyMessage(
        Group("bool a, [Label({|MET010:\"a\"|})] bool b"),
        "Label 'a' occurs twice in 'A': 'a' has that name already; rename one of them with [Label(\"…\")]");

    [Theory]
    [InlineData("bool xy, bool x_y")]
    [InlineData("[Label(\"b\")] bool a, [Label(\"a\")] bool b")]
    [InlineData("[Label(\"warm2\")] bool warm, Set set")]
    public Task TellsLabelsApart(string parameters) => DeclarationCheck.Verify(Group(parameters));

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(Group("bool xY, bool {|MET010:x_y|}"));

    private static string Group(string parameters) => $$"""
        [LabelSet] public record struct Set(bool Warm);
        [MetricGroup(ConstantLabels = ["service=checkout"])]
        static partial class Group { [Counter("a_total")] public static partial Counter A({{parameters}}); }
        """;
}
