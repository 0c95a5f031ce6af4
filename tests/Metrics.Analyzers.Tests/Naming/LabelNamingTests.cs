using TypedMetrics.Analyzers.Tests.Harness;

namespace TypedMetrics.Analyzers.Tests.Naming;

/// <summary>MET106 and MET109 of labels</summary>
public class LabelNamingTests
{
    [Theory]
    [InlineData("bool {|MET109:job|}")]
    [InlineData("bool {|MET109:Instance|}")]
    [InlineData("[Label({|MET109:\"job\"|})] bool isNightly")]
    [InlineData("[Label(AsNumber = true)] DayOfWeek {|MET109:instance|}")]
    [InlineData("[Label({|MET106:\"statusCode\"|})] DayOfWeek status")]
    public async Task ReportsALabelWhereItIsNamed(string parameters) => await NamingTest.VerifyAsync("Gauge", "\"a\"", parameters);

    [Theory]
    [InlineData("bool jobName")]
    [InlineData("[Label(\"job_name\")] bool job")]
    [InlineData("bool jobs, bool exportedInstance")]
    [InlineData("DayOfWeek statusCode")]
    public async Task AcceptsOtherLabels(string parameters) => await NamingTest.VerifyAsync("Gauge", "\"a\"", parameters);

    [Fact]
    public async Task ReportsConstantLabels() => await NamingTest.VerifyAsync(
        "Gauge", "\"a\"", group: "[MetricGroup(ConstantLabels = [{|MET109:\"job=import\"|}, {|MET106:\"dataCenter=north\"|}, \"zone=job\"])]");

    [Fact]
    public async Task ReportsMembersOfALabelSetOnce() => await NamingTest.VerifySourceAsync(
        """
        [LabelSet]
        public readonly partial record struct Labels(bool {|MET109:Job|}, [property: Label({|MET106:"isWarm"|})] bool Warm);

        public static partial class ShopMetrics
        {
            [Gauge("a")]
            public static partial Gauge A(Labels labels);

            [Gauge("b")]
            public static partial Gauge B(Labels labels);
        }
        """);

    [Fact]
    public async Task ReportsALabelSetOfAReferenceAtTheParameterWithoutAFix()
    {
        var library = new AnalyzerTest().With("[LabelSet] public readonly partial record struct Labels(bool Job);").Compile("Library");
        var found = Assert.Single(await new AnalyzerTest()
            .WithReference(library.ToMetadataReference())
            .With(NamingTest.Source("Gauge", "\"a\", \"Waiting.\"", "Labels {|MET109:labels|}"))
            .VerifyAsync(new Generators.Naming.NamingAnalyzer()));
        Assert.Empty(found.Properties);
    }

    [Fact]
    public async Task SaysWhatHappens()
    {
        await NamingTest.SaysAsync(
            "Label 'job' is one that Prometheus puts on every series of a target, and this one would become 'exported_job': rename it to 'job_name'",
            "Gauge",
            "\"a\"",
            "bool job");
        await NamingTest.SaysAsync(
            "Label 'isWarm' must be in snake_case, as all names in Prometheus are: rename it to 'is_warm'", "Gauge", "\"a\"", "[Label(\"isWarm\")] bool warm");
    }

    [Theory]
    [InlineData("bool job", "[Label(\"job_name\")] bool job")]
    [InlineData("bool warm, [OneOf(\"a\", \"b\")] string instance", "bool warm, [OneOf(\"a\", \"b\"), Label(\"instance_name\")] string instance")]
    [InlineData("[Label(AsNumber = true)] DayOfWeek job", "[Label(\"job_name\", AsNumber = true)] DayOfWeek job")]
    [InlineData("[Label] bool job", "[Label(\"job_name\")] bool job")]
    [InlineData("[Label(\"job\")] bool isNightly", "[Label(\"job_name\")] bool isNightly")]
    [InlineData("[Label(\"statusCode\")] bool status", "[Label(\"status_code\")] bool status")]
    public async Task NamesTheLabel(string before, string after) => Assert.Equal(
        NamingTest.Source("Gauge", "\"a\"", after),
        await new CodeFixTest(new TypedMetrics.CodeFixes.RenameFixProvider(), NamingTest.Source("Gauge", "\"a\"", before)).FixFirstAsync());

    [Fact]
    public async Task NamesAllLabels() => await NamingTest.FixesAllAsync(
        [
            """
            [MetricGroup(ConstantLabels = ["job_name=import", "zone=north"])]
            public static partial class ShopMetrics
            {
                [Gauge("a")]
                public static partial Gauge A([Label("instance_name")] bool instance);
            }

            [LabelSet]
            public class Labels
            {
                /// <summary>The job.</summary>
                [Label("job_name")]
                public bool Job { get; init; }
            }
            """,
        ],
        """
        [MetricGroup(ConstantLabels = ["job=import", "zone=north"])]
        public static partial class ShopMetrics
        {
            [Gauge("a")]
            public static partial Gauge A(bool instance);
        }

        [LabelSet]
        public class Labels
        {
            /// <summary>The job.</summary>
            public bool Job { get; init; }
        }
        """);

    [Fact]
    public async Task IsSilencedByPragma() => await NamingTest.IsSilencedByPragmaAsync("MET109", "Gauge", "\"a\"", "\nbool job");
}
