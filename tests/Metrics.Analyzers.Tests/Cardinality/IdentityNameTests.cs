using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Cardinality;

/// <summary>MET203</summary>
public class IdentityNameTests
{
    [Theory]
    [InlineData("userId")]
    [InlineData("user_id")]
    [InlineData("id")]
    [InlineData("orderID")]
    [InlineData("email")]
    [InlineData("customerEmail")]
    [InlineData("sessionToken")]
    [InlineData("requestId")]
    [InlineData("clientIp")]
    [InlineData("ipAddress")]
    [InlineData("userName")]
    [InlineData("user")]
    [InlineData("correlationid")]
    [InlineData("traceId2")]
    public async Task ReportsNamesOfIdentities(string name) => await VerifyAsync($"[MaxValues(200)] string {{|MET203:{name}|}}");

    [Theory]
    [InlineData("provider")]
    [InlineData("grid")]
    [InlineData("validity")]
    [InlineData("side")]
    [InlineData("tokenType")]
    [InlineData("userType")]
    [InlineData("emailDomain")]
    [InlineData("sessionState")]
    [InlineData("idle")]
    [InlineData("strip")]
    [InlineData("tenant")]
    [InlineData("endUserKind")]
    public async Task AcceptsOtherNames(string name) => await VerifyAsync($"[MaxValues(200)] string {name}");

    [Theory]
    [InlineData("[OneOf(\"a\", \"b\")] string userId")]
    [InlineData("[InRange(0, 9)] int workerId")]
    [InlineData("DayOfWeek dayId")]
    [InlineData("[Label(\"plan\"), MaxValues(5)] string userId")]
    public async Task AcceptsClosedLabelsAndOtherExposedNames(string parameters) => await VerifyAsync(parameters);

    [Fact]
    public async Task JudgesTheExposedName() => await VerifyAsync("[Label(\"user_id\"), MaxValues(5)] string {|MET203:who|}");

    [Fact]
    public async Task ReportsALabelWithoutMaximumToo() => await VerifyAsync("string {|MET201:{|MET203:userId|}|}");

    [Fact]
    public async Task ReportsMembersOfLabelSets() => await new AnalyzerTest().With(
        "[LabelSet] public readonly partial record struct Labels([MaxValues(9)] string {|MET203:SessionId|}, bool Warm);")
        .VerifyAsync(new LabelBoundAnalyzer());

    [Fact]
    public async Task IsSilencedByPragma() => await new AnalyzerTest().With(
        """
        public static partial class ShopMetrics
        {
            [Counter("orders_total")]
            public static partial Counter Orders(
        #pragma warning disable MET203
                [MaxValues(5)] string regionId);
        #pragma warning restore MET203
        }
        """).VerifyAsync(new LabelBoundAnalyzer());

    [Fact]
    public async Task FollowsTheEditorConfig() => await new AnalyzerTest
    {
        EditorConfig = new("[*.cs]\ndotnet_diagnostic.MET203.severity = none"),
    }.With(OpenLabelTests.Group("[MaxValues(5)] string regionId")).VerifyAsync(new LabelBoundAnalyzer());

    [Fact]
    public async Task TakesTheWordsOfTheProject() => await new AnalyzerTest
    {
        EditorConfig = new("[*.cs]\nmetrics_identity_words = tenant, cartKey;  ware"),
    }.With(OpenLabelTests.Group(
        "[MaxValues(5)] string {|MET203:tenant|}, [MaxValues(5)] string {|MET203:lastCartKey|}, [MaxValues(5)] string {|MET203:userId|}, "
        + "[MaxValues(5)] string tenantKind, [MaxValues(5)] string subtenant, [MaxValues(5)] string software"))
        .VerifyAsync(new LabelBoundAnalyzer());

    private static async Task VerifyAsync(string parameters) =>
        await new AnalyzerTest().With(OpenLabelTests.Group(parameters)).VerifyAsync(new LabelBoundAnalyzer());
}
