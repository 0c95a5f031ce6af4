using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>An invalid or reserved label name.</summary>
public class Met005Tests
{
    [Theory]
    [InlineData("[Label({|MET005:\"x-y\"|})] bool x")]
    [InlineData("[Label({|MET005:\"x.y\"|})] bool x")]
    [InlineData("[Label({|MET005:\"a:b\"|})] bool x")]
    [InlineData("[Label({|MET005:\"\"|})] bool x")]
    [InlineData("[Label({|MET005:\"__x\"|})] bool x")]
    [InlineData("[Label({|MET005:\"le\"|})] bool x")]
    [InlineData("[Label({|MET005:\"quantile\"|})] bool x")]
    [InlineData("bool {|MET005:le|}")]
    [InlineData("bool {|MET005:Quantile|}")]
    [InlineData("bool {|MET005:größe|}")]
    [InlineData("bool fine, [Label(Case = LabelCase.Upper)] bool {|MET005:le|}")]
    public Task ReportsTheNameWhereItIsGiven(string parameters) => DeclarationCheck.Verify(Group(parameters));

    [Fact]
    public Task ReportsAMemberOfALabelSetOnce() => DeclarationCheck.Verify(
        """
        [LabelSet] public record struct Labels(bool Fine, [Label({|MET005:"a b"|})] bool Wrong);

        static partial class Group
        {
            [Counter("a_total")] public static partial Counter A(Labels labels);
            [Counter("b_total")] public static partial Counter B(Labels labels);
        }
        """);

    [Theory]
    [InlineData("\"env\"", "env", "is not written 'name=value'")]
    [InlineData("\"=x\"", "", "is no label name: it must be a letter or '_', followed by letters, digits and '_'")]
    [InlineData("\"a-b=x\"", "a-b", "is no label name: it must be a letter or '_', followed by letters, digits and '_'")]
    public Task ReportsAConstantLabel(string text, string name, string problem) => DeclarationCheck.VerifyMessage(
        $$"""
        [MetricGroup(ConstantLabels = new[] { "fine=1", {|MET005:{{text}}|} })]
        static partial class Group { [Counter("a_total")] public static partial Counter A { get; } }
        """,
        $"Label '{name}' {problem}");

    [Fact]
    public Task ReportsAReservedConstantLabel() => DeclarationCheck.Verify(
        """
        [MetricGroup(ConstantLabels = [{|MET005:"le=1"|}, "fine=1=2"])]
        static partial class Group { [Counter("a_total")] public static partial Counter A { get; } }
        """);

    [Fact]
    public Task SaysWhatANameIs() => DeclarationCheck.VerifyMessage(
        Group("[Label({|MET005:\"x-y\"|})] bool x"),
        "Label 'x-y' is no label name: it must be a letter or '_', followed by letters, digits and '_'; state one with [Label(\"…\")]");

    [Theory]
    [InlineData("bool value, bool @class, bool family, bool index")]
    [InlineData("[Label(\"x_y\")] bool a, [Label(\"x__y\")] bool b, [Label(\"X_y\")] bool c, bool xy")]
    [InlineData("[Label(\"groesse\")] bool größe")]
    [InlineData("[Label(null!)] bool x, [Label(\"_\")] bool y, [Label(\"_le\")] bool z")]
    public Task TakesWhatPrometheusReads(string parameters) => DeclarationCheck.Verify(Group(parameters));

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(Group("bool {|MET005:le|}"));

    private static string Group(string parameters) =>
        $"static partial class Group {{ [Counter(\"a_total\")] public static partial Counter A({parameters}); }}";
}
