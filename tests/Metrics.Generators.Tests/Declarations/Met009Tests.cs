using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>Quantiles and windows that make no summary.</summary>
public class Met009Tests
{
    [Theory]
    [InlineData("Quantiles = [{|MET009:0|}]")]
    [InlineData("Quantiles = [0.5, {|MET009:1|}]")]
    [InlineData("Quantiles = [{|MET009:-0.5|}, 0.5]")]
    [InlineData("Quantiles = [0.5, {|MET009:99|}]")]
    [InlineData("Quantiles = [0.5, {|MET009:0.5|}]")]
    [InlineData("Quantiles = [0.9, {|MET009:0.5|}, 0.1]")]
    [InlineData("Quantiles = new[] { 0.5, {|MET009:double.NaN|} }")]
    [InlineData("Quantiles = new double[] { {|MET009:double.PositiveInfinity|} }")]
    [InlineData("MaxAgeSeconds = {|MET009:0|}")]
    [InlineData("MaxAgeSeconds = {|MET009:-1|}")]
    [InlineData("MaxAgeSeconds = {|MET009:double.NaN|}")]
    [InlineData("MaxAgeSeconds = {|MET009:double.PositiveInfinity|}")]
    [InlineData("MaxAgeSeconds = {|MET009:30 * 24 * 3600 + 1|}")]
    [InlineData("AgeBuckets = {|MET009:0|}")]
    [InlineData("AgeBuckets = {|MET009:101|}")]
    [InlineData("MaxAgeSeconds = {|MET009:0|}, AgeBuckets = {|MET009:-5|}")]
    public Task ReportsTheNumber(string arguments) => DeclarationCheck.Verify(Group(arguments));

    [Theory]
    [InlineData("Quantiles = [{|MET009:99|}]", "Summary 's' cannot have these: a quantile lies between 0 and 1, and 99 does not")]
    [InlineData("Quantiles = [0.9, {|MET009:0.5|}]", "Summary 's' cannot have these: the quantiles must increase strictly, and 0.5 follows 0.9")]
    [InlineData("MaxAgeSeconds = {|MET009:0|}", "Summary 's' cannot have these: the window is longer than 0 seconds, and at most 30 days")]
    [InlineData("AgeBuckets = {|MET009:0|}", "Summary 's' cannot have these: a window has 1 to 100 age buckets")]
    public Task SaysWhatIsWrong(string arguments, string message) => DeclarationCheck.VerifyMessage(Group(arguments), message);

    [Theory]
    [InlineData("Quantiles = null")]
    [InlineData("Quantiles = []")]
    [InlineData("Quantiles = [0.001, 0.5, 0.999999]")]
    [InlineData("MaxAgeSeconds = 0.5, AgeBuckets = 1")]
    [InlineData("MaxAgeSeconds = 30 * 24 * 3600, AgeBuckets = 100")]
    public Task TakesWhatMakesSense(string arguments) => DeclarationCheck.Verify(Group(arguments));

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(Group("Quantiles = [{|MET009:1|}]"));

    private static string Group(string arguments) =>
        $"static partial class Group {{ [Summary(\"s\", {arguments})] public static partial Summary S(bool x); }}";
}
