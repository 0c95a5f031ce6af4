using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>Buckets that make no histogram.</summary>
public class Met008Tests
{
    [Theory]
    [InlineData("[Histogram(\"h\", Buckets = {|MET008:[]|})]")]
    [InlineData("[Histogram(\"h\", Buckets = {|MET008:new double[0]|})]")]
    [InlineData("[Histogram(\"h\", Buckets = [1, {|MET008:1|}])]")]
    [InlineData("[Histogram(\"h\", Buckets = [1, 3, {|MET008:2|}, 1])]")]
    [InlineData("[Histogram(\"h\", Buckets = new double[] { 1, {|MET008:0.5|} })]")]
    [InlineData("[Histogram(\"h\", Buckets = new[] { 1, {|MET008:double.NaN|} })]")]
    [InlineData("[Histogram(\"h\", Buckets = [1, {|MET008:double.PositiveInfinity|}])]")]
    [InlineData("[Histogram(\"h\", Buckets = [{|MET008:double.NegativeInfinity|}, 1])]")]
    [InlineData("[Histogram(\"h\"), {|MET008:ExponentialBuckets(0, 2, 3)|}]")]
    [InlineData("[Histogram(\"h\"), {|MET008:ExponentialBuckets(1, 1, 3)|}]")]
    [InlineData("[Histogram(\"h\"), {|MET008:ExponentialBuckets(1, 2, 0)|}]")]
    [InlineData("[Histogram(\"h\"), {|MET008:ExponentialBuckets(1, 2, 5000)|}]")]
    [InlineData("[Histogram(\"h\"), {|MET008:LinearBuckets(1, 0, 3)|}]")]
    [InlineData("[Histogram(\"h\"), {|MET008:LinearBuckets(double.NaN, 1, 3)|}]")]
    [InlineData("[Histogram(\"h\", Buckets = [1]), {|MET008:LinearBuckets(1, 1, 3)|}]")]
    [InlineData("[Histogram(\"h\"), ExponentialBuckets(1, 2, 3), {|MET008:LinearBuckets(1, 1, 3)|}]")]
    public Task ReportsTheBoundOrTheAttribute(string attributes) => DeclarationCheck.Verify(Group(attributes));

    [Fact]
    public Task ReportsBucketsOfAnotherType() => DeclarationCheck.VerifyMessage(
        "static partial class Group { [Counter(\"a_total\"), {|MET008:LinearBuckets(1, 1, 3)|}] public static partial Counter A(bool x); }",
        "The buckets of 'a_total' make no histogram: a counter has no buckets; remove the attribute");

    [Theory]
    [InlineData("[Histogram(\"h\", Buckets = [1.5, {|MET008:0.5|}])]", "The buckets of 'h' make no histogram: the bounds must increase strictly, and 0.5 follows 1.5")]
    [InlineData("[Histogram(\"h\", Buckets = {|MET008:[]|})]", "The buckets of 'h' make no histogram: no bucket is given")]
    public Task SaysWhatIsWrong(string attributes, string message) => DeclarationCheck.VerifyMessage(Group(attributes), message);

    [Theory]
    [InlineData("[Histogram(\"h\")]")]
    [InlineData("[Histogram(\"h\", Buckets = null)]")]
    [InlineData("[Histogram(\"h\", Buckets = [-1, 0, double.Epsilon, 1e300])]")]
    [InlineData("[Histogram(\"h\"), ExponentialBuckets(0.001, 2, 10)]")]
    [InlineData("[Histogram(\"h\"), LinearBuckets(-5, 2.5, 10)]")]
    public Task TakesWhatIncreases(string attributes) => DeclarationCheck.Verify(Group(attributes));

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(Group("[Histogram(\"h\", Buckets = {|MET008:[]|})]"));

    private static string Group(string attributes) =>
        $"static partial class Group {{ {attributes} public static partial Histogram H(bool x); }}";
}
