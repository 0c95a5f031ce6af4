using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>An invalid metric name, prefix or unit.</summary>
public class Met004Tests
{
    [Theory]
    [InlineData("[Counter({|MET004:\"\"|})]")]
    [InlineData("[Counter({|MET004:null!|})]")]
    [InlineData("[Counter({|MET004:\"2xx_total\"|})]")]
    [InlineData("[Counter({|MET004:\"a-b_total\"|}, \"Help.\")]")]
    [InlineData("[Counter({|MET004:\"a b_total\"|})]")]
    [InlineData("[Counter({|MET004:\"größe_total\"|})]")]
    [InlineData("[Counter(help: \"Help.\", name: {|MET004:\"a\\\"_total\"|})]")]
    [InlineData("[Counter({|MET004:Name|})]")]
    [InlineData("[Counter(\"a_seconds_total\", Unit = {|MET004:\"bytes\"|})]")]
    [InlineData("[Counter(\"a_total\", Unit = {|MET004:\"total\"|})]")]
    [InlineData("[Counter(\"bytes_total\", Unit = {|MET004:\"bytes\"|})]")]
    public Task ReportsTheArgument(string attribute) => DeclarationCheck.Verify(Group("", attribute));

    [Theory]
    [InlineData("shop-")]
    [InlineData("2shop_")]
    [InlineData("shop ")]
    public Task ReportsThePrefixOnce(string prefix) => DeclarationCheck.Verify(
        $$"""
        [MetricGroup(Owner = "me", Prefix = {|MET004:"{{prefix}}"|})]
        static partial class Group
        {
            [Counter("a_total")] public static partial Counter A { get; }
            [Counter("b-total")] public static partial Counter B { get; }
        }
        """);

    [Theory]
    [InlineData("[Counter({|MET004:\"a-b_total\"|})]", "Metric name 'a-b_total' must be a letter, '_' or ':', followed by letters, digits, '_' and ':'")]
    [InlineData(
        "[Counter(\"size_total\", Unit = {|MET004:\"bytes\"|})]",
        "Unit 'bytes' must be the last word of the metric's name: rename 'size_total' to 'size_bytes_total'")]
    public Task SaysWhatANameIs(string attribute, string message) => DeclarationCheck.VerifyMessage(Group("", attribute), message);

    [Theory]
    [InlineData("", "[Counter(\"a_total\")]")]
    [InlineData("", "[Counter(\":a:B_9_total\")]")]
    [InlineData("", "[Counter(\"a\")]")]
    [InlineData("shop_", "[Counter(\"2xx_total\")]")]
    [InlineData("", "[Counter(\"a_bytes_total\", Unit = \"bytes\")]")]
    [InlineData("", "[Counter(\"a_bytes\", Unit = \"bytes\")]")]
    [InlineData("", "[Counter(\"a_orders_total\", Unit = \"orders\")]")]
    [InlineData("", "[Counter(\"a_bytes_total\", Unit = \"\")]")]
    public Task TakesWhatPrometheusReads(string prefix, string attribute) => DeclarationCheck.Verify(Group(prefix, attribute));

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(Group("", "[Counter({|MET004:\"a-b\"|})]"));

    private static string Group(string prefix, string attribute) => $$"""
        [MetricGroup(Prefix = "{{prefix}}")]
        static partial class Group
        {
            private const string Name = "a.b";
            {{attribute}} public static partial Counter A { get; }
        }
        """;
}
