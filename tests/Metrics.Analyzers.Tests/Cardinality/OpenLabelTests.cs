using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Cardinality;

/// <summary>MET201</summary>
public class OpenLabelTests
{
    [Theory]
    [InlineData("string {|MET201:tenant|}")]
    [InlineData("string? {|MET201:tenant|}")]
    [InlineData("ReadOnlySpan<char> {|MET201:tenant|}")]
    [InlineData("[Label(\"customer\")] string {|MET201:tenant|}, bool warm")]
    public async Task ReportsTextWithoutMaximum(string parameters) =>
        await VerifyAsync(parameters);

    [Theory]
    [InlineData("[MaxValues(200)] string tenant")]
    [InlineData("[MaxValues(200)] ReadOnlySpan<char> tenant")]
    [InlineData("[OneOf(\"hit\", \"miss\")] string result")]
    [InlineData("bool warm, DayOfWeek day, [InRange(0, 9)] int shard")]
    public async Task AcceptsBoundedLabels(string parameters) => await VerifyAsync(parameters);

    [Fact]
    public async Task ReportsMembersOfLabelSetsOnceWhereTheyAreDeclared() => await new AnalyzerTest().With(
        """
        [LabelSet]
        public readonly partial record struct Labels(string {|MET201:Tenant|}, [MaxValues(3)] string Plan);

        [LabelSet]
        public sealed class Others
        {
            public required string {|MET201:Route|} { get; init; }

            [MaxValues(10)]
            public string? Queue { get; init; }
        }

        public static partial class ShopMetrics
        {
            [Counter("orders_total")]
            public static partial Counter Orders(Labels labels);

            [Counter("refunds_total")]
            public static partial Counter Refunds(Labels labels, Others others);
        }
        """).VerifyAsync(new LabelBoundAnalyzer());

    [Fact]
    public async Task ReportsALabelSetOfAReferenceAtTheParameter()
    {
        var library = new AnalyzerTest().With("[LabelSet] public readonly partial record struct Labels(string Tenant);").Compile("Library");
        await new AnalyzerTest()
            .WithReference(library.ToMetadataReference())
            .With(
                """
                public static partial class ShopMetrics
                {
                    [Counter("orders_total")]
                    public static partial Counter Orders(Labels {|MET201:labels|});
                }
                """)
            .VerifyAsync(new LabelBoundAnalyzer());
    }

    [Fact]
    public async Task IsSilencedByPragma() => await new AnalyzerTest().With(
        """
        public static partial class ShopMetrics
        {
            [Counter("orders_total")]
        #pragma warning disable MET201
            public static partial Counter Orders(string tenant);
        #pragma warning restore MET201
        }
        """).VerifyAsync(new LabelBoundAnalyzer());

    [Fact]
    public async Task FollowsTheEditorConfig() => await new AnalyzerTest
    {
        EditorConfig = new("[*.cs]\ndotnet_diagnostic.MET201.severity = none"),
    }.With(Group("string tenant")).VerifyAsync(new LabelBoundAnalyzer());

    [Fact]
    public async Task SaysWhatToWrite()
    {
        var found = Assert.Single(await new AnalyzerTest().With(Group("string tenant")).RunAsync(new LabelBoundAnalyzer()));
        Assert.Equal(
            "Label 'tenant' takes any text, and each new one is a series that is kept for good: bound it with [MaxValues(…)], or list its values with [OneOf(…)]",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    internal static string Group(string parameters) => $$"""
        public static partial class ShopMetrics
        {
            [Counter("orders_total")]
            public static partial Counter Orders({{parameters}});
        }
        """;

    private static async Task VerifyAsync(string parameters) =>
        await new AnalyzerTest().With(Group(parameters)).VerifyAsync(new LabelBoundAnalyzer());
}
