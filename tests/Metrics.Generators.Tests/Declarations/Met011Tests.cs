using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>A bound that does not fit.</summary>
public class Met011Tests
{
    [Theory]
    [InlineData("[{|MET011:MaxValues(3)|}] Kind x")]
    [InlineData("[{|MET011:OneOf(\"a\")|}] Kind? x")]
    [InlineData("[{|MET011:InRange(1, 2)|}] bool x")]
    [InlineData("[{|MET011:InRange(1, 2)|}] string x")]
    [InlineData("[{|MET011:InRange(1, 2)|}, MaxValues(3)] string x")]
    [InlineData("[{|MET011:MaxValues(3)|}] int x")]
    [InlineData("[{|MET011:MaxValues(3)|}, InRange(1, 2)] int x")]
    [InlineData("[OneOf(\"a\"), {|MET011:MaxValues(3)|}] string x")]
    [InlineData("[MaxValues({|MET011:0|})] string x")]
    [InlineData("[MaxValues({|MET011:-1|}, ExpectOverflow = true)] string? x")]
    [InlineData("[{|MET011:InRange(2, 1)|}] int x")]
    [InlineData("[InRange(0, {|MET011:256|})] byte x")]
    [InlineData("[InRange({|MET011:-1|}, 5)] uint x")]
    [InlineData("[InRange(maximum: 5, minimum: {|MET011:-1|})] ulong? x")]
    [InlineData("[{|MET011:OneOf|}] string x")]
    [InlineData("[{|MET011:MaxValues(3)|}] Set x")]
    [InlineData("[{|MET011:OneOf()|}] string x")]
    [InlineData("[{|MET011:OneOf(null!)|}] string x")]
    [InlineData("[OneOf(\"a\", \"b\", {|MET011:\"a\"|})] string x")]
    [InlineData("[OneOf([\"a\", {|MET011:\"\"|}])] string? x")]
    [InlineData("[OneOf(new[] { \"a\", {|MET011:null!|} })] string? x")]
    public Task ReportsTheAttributeOrTheArgument(string parameter) => DeclarationCheck.Verify(Group(parameter));

    [Fact]
    public Task ReportsAMemberOfALabelSetOnce() => DeclarationCheck.Verify(
        """
        [LabelSet] public record struct Labels(bool Fine, [{|MET011:InRange(3, 1)|}] int Wrong);

        static partial class Group
        {
            [Counter("a_total")] public static partial Counter A(Labels labels);
            [Counter("b_total")] public static partial Counter B(Labels labels);
        }
        """);

    [Theory]
    [InlineData("MaxSeries = {|MET011:0|}")]
    [InlineData("MaxSeries = {|MET011:-5|}")]
    public Task ReportsMaxSeries(string option) => DeclarationCheck.Verify(
        $"static partial class Group {{ [Counter(\"a_total\", {option})] public static partial Counter A(bool x); }}");

    [Theory]
    [InlineData("[{|MET011:MaxValues(3)|}] Kind x", "'MaxValues' does not fit 'x': it bounds a string, and the label is of type 'Kind'; remove it")]
    [InlineData("[{|MET011:InRange(2, 1)|}] int x", "'InRange' does not fit 'x': its minimum 2 is above its maximum 1; swap them")]
    [InlineData("[InRange(0, {|MET011:256|})] byte x", "'InRange' does not fit 'x': a 'byte' is never 256; it holds 0 to 255")]
    [InlineData("[OneOf(\"a\"), {|MET011:MaxValues(3)|}] string x", "'MaxValues' does not fit 'x': one bound is enough; remove one of them")]
    public Task SaysWhy(string parameter, string message) => DeclarationCheck.VerifyMessage(Group(parameter), message);

    [Theory]
    [InlineData("[MaxValues(1)] string x")]
    [InlineData("[InRange(1, 1)] int x")]
    [InlineData("[InRange(-128, 127)] sbyte x")]
    [InlineData("[OneOf(\"a\", \"A\", \" \")] string x")]
    public Task TakesWhatFits(string parameter) => DeclarationCheck.Verify(Group(parameter));

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(Group("[MaxValues({|MET011:0|})] string x"));

    private static string Group(string parameter) => $$"""
        public enum Kind { A, B }
        [LabelSet] public record struct Set(bool Warm);
        static partial class Group { [Counter("a_total")] public static partial Counter A({{parameter}}); }
        """;
}
