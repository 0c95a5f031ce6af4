using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Cardinality;

/// <summary>MET202</summary>
public class UnboundedTypeTests
{
    [Theory]
    [InlineData("{|MET202:Guid|} id")]
    [InlineData("{|MET202:Guid?|} id")]
    [InlineData("{|MET202:DateTime|} at")]
    [InlineData("{|MET202:DateTimeOffset|} at")]
    [InlineData("{|MET202:DateOnly|} day")]
    [InlineData("{|MET202:TimeSpan|} elapsed")]
    [InlineData("{|MET202:Uri|} uri")]
    [InlineData("{|MET202:System.Net.IPAddress|} address")]
    [InlineData("{|MET202:double|} price")]
    [InlineData("{|MET202:float|} price")]
    [InlineData("{|MET202:decimal|} price")]
    [InlineData("{|MET202:int|} shard")]
    [InlineData("{|MET202:long|} shard")]
    [InlineData("{|MET202:byte?|} shard")]
    [InlineData("{|MET202:Exception|} failure")]
    [InlineData("{|MET202:InvalidOperationException|} failure")]
    [InlineData("{|MET202:object|} value")]
    [InlineData("{|MET202:dynamic|} value")]
    [InlineData("[Label(\"order\")] {|MET202:Guid|} id, bool warm")]
    public async Task ReportsTheType(string parameters) => await VerifyAsync(parameters);

    [Theory]
    [InlineData("[InRange(0, 9)] int shard")]
    [InlineData("[InRange(1, 5)] byte? shard")]
    [InlineData("DayOfWeek day")]
    [InlineData("bool? warm")]
    [InlineData("[OneOf(\"a\")] string kind")]
    public async Task AcceptsBoundedTypes(string parameters) => await VerifyAsync(parameters);

    [Theory]
    [InlineData("int[] numbers")]
    [InlineData("List<string> texts")]
    [InlineData("Task task")]
    public async Task LeavesTypesThatAreNoLabelAtAllToMet007(string parameters) => await VerifyAsync(parameters);

    [Theory]
    [InlineData("Guid", "MET202")]
    [InlineData("nint", "MET202")]
    [InlineData("Half", "MET202")]
    [InlineData("Type", "MET202")]
    [InlineData("Version", "MET202")]
    [InlineData("System.Numerics.BigInteger", "MET202")]
    [InlineData("System.Net.IPEndPoint", "MET202")]
    [InlineData("System.Text.StringBuilder", "MET202")]
    [InlineData("char", "MET007")]
    [InlineData("Span<char>", "MET007")]
    [InlineData("string[]", "MET007")]
    [InlineData("(int, int)", "MET007")]
    [InlineData("Action", "MET007")]
    [InlineData("IEnumerable<char>", "MET007")]
    [InlineData("CancellationToken", "MET007")]
    [InlineData("Enum", "MET007")]
    public async Task IsReportedUnlessMet007Is(string type, string id)
    {
        var found = await new AnalyzerTest().With(OpenLabelTests.Group(type + " value")).RunAsync([.. Rules.RuleCatalogue.Analyzers]);
        Assert.Equal(id, Assert.Single(found, static one => one.Severity > DiagnosticSeverity.Info).Id);
    }

    [Fact]
    public async Task ReportsMembersOfLabelSets() => await new AnalyzerTest().With(
        """
        [LabelSet]
        public readonly partial record struct Labels({|MET202:Guid|} Order, [InRange(1, 3)] int Shard)
        {
            public {|MET202:double|} Price { get; init; }
        }
        """).VerifyAsync(new LabelBoundAnalyzer());

    [Fact]
    public async Task IsSilencedByPragma() => await new AnalyzerTest().With(
        """
        public static partial class ShopMetrics
        {
        #pragma warning disable MET202
            [Counter("orders_total")]
            public static partial Counter Orders(Guid order);
        #pragma warning restore MET202
        }
        """).VerifyAsync(new LabelBoundAnalyzer());

    [Fact]
    public async Task FollowsTheEditorConfig() => await new AnalyzerTest
    {
        EditorConfig = new("[*.cs]\ndotnet_diagnostic.MET202.severity = none"),
    }.With(OpenLabelTests.Group("Guid order")).VerifyAsync(new LabelBoundAnalyzer());

    [Theory]
    [InlineData("Guid", "leave it out: a log entry or a trace can carry it")]
    [InlineData("int", "bound it with [InRange(…, …)], or use an enum")]
    [InlineData("TimeSpan", "record it as a value, in a histogram or a gauge, not as a label")]
    [InlineData("double", "record it as a value, in a histogram or a gauge, or use an enum of ranges")]
    [InlineData("Exception", "pass the exception's type name instead")]
    [InlineData("object", "use an enum, a bool, a string with [OneOf] or [MaxValues], or an integer with [InRange]")]
    public async Task SaysWhatToDoInstead(string type, string advice)
    {
        var found = Assert.Single(await new AnalyzerTest().With(OpenLabelTests.Group(type + " order")).RunAsync(new LabelBoundAnalyzer()));
        Assert.EndsWith(": " + advice, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static async Task VerifyAsync(string parameters) =>
        await new AnalyzerTest().With(OpenLabelTests.Group(parameters)).VerifyAsync(new LabelBoundAnalyzer());
}
