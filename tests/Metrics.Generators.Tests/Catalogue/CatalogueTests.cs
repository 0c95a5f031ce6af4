using System.Text.Json;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Catalogue;
using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Catalogue;

public class CatalogueTests
{
    private const string Source = """
        using TypedMetrics;

        namespace Shop;

        public enum Kind { A, B }

        [MetricGroup(Prefix = "shop_", Owner = "team-\"a\"", ConstantLabels = ["service=checkout"], SeriesBudget = 500)]
        public static partial class Static
        {
            [Counter("orders_total", "Orders\n\"placed\".", MaxSeries = 77, SeriesBudget = 9)]
            public static partial Counter Orders(Kind? kind, [InRange(-1, 5)] int shelf, [MaxValues(20)] string tenant, [OneOf("x", "other")] string text, bool warm);

            [Histogram("size_bytes", Buckets = [0.5, 1, 1e20])]
            public static partial Histogram Size { get; }

            [Histogram("duration_seconds")]
            public static partial Histogram Duration { get; }

            [Summary("payload_bytes")]
            public static partial Summary Payload { get; }

            [Summary("answer_seconds", Quantiles = [0.25], MaxAgeSeconds = 60)]
            public static partial Summary Answer(bool warm);
        }

        public partial class Instance
        {
            [Gauge("level_ratio")]
            public partial Gauge Level { get; }
        }
        """;

    [Fact]
    public void HoldsWhatIsKnownOfEachMetric()
    {
        using var catalogue = Read(Compile(Source));
        var metrics = catalogue.RootElement.GetProperty("metrics").EnumerateArray().ToDictionary(static metric => metric.GetProperty("name").GetString()!);
        Assert.Equal(["level_ratio", "shop_orders_total", "shop_size_bytes", "shop_duration_seconds", "shop_payload_bytes", "shop_answer_seconds"], metrics.Keys);

        var orders = metrics["shop_orders_total"];
        Assert.Equal("counter", orders.GetProperty("type").GetString());
        Assert.Equal("Orders\n\"placed\".", orders.GetProperty("help").GetString());
        Assert.Equal("M:Shop.Static.Orders(System.Nullable{Shop.Kind},System.Int32,System.String,System.String,System.Boolean)", orders.GetProperty("member").GetString());
        Assert.Equal(("Shop.Static", "team-\"a\"", true), (orders.GetProperty("group").GetString(), orders.GetProperty("owner").GetString(), orders.GetProperty("static").GetBoolean()));
        Assert.Equal(4 * 8 * 21 * 2 * 2, orders.GetProperty("series").GetInt64());
        Assert.Equal(4 * 8 * 21 * 2 * 2, orders.GetProperty("lines").GetInt64());
        Assert.Equal((77, 9), (orders.GetProperty("maxSeries").GetInt32(), orders.GetProperty("seriesBudget").GetInt32()));
        Assert.Equal("""["service=checkout"]""", orders.GetProperty("constantLabels").GetRawText());
        Assert.False(orders.TryGetProperty("unit", out _));
        Assert.Equal(
            [
                """{"name":"kind","kind":"enum","size":4,"nullable":true,"values":["a","b","other",""]}""",
                """{"name":"shelf","kind":"range","size":8,"minimum":-1,"maximum":5}""",
                """{"name":"tenant","kind":"open","size":21,"maximum":20}""",
                """{"name":"text","kind":"oneOf","size":2,"values":["x","other"]}""",
                """{"name":"warm","kind":"bool","size":2,"values":["false","true"]}""",
            ],
            orders.GetProperty("labels").EnumerateArray().Select(static label => label.GetRawText()));

        Assert.Equal(("bytes", "[0.5,1,1E+20]", 6), (metrics["shop_size_bytes"].GetProperty("unit").GetString(), metrics["shop_size_bytes"].GetProperty("buckets").GetRawText(), metrics["shop_size_bytes"].GetProperty("lines").GetInt64()));
        Assert.Equal((14, 17, 500), (metrics["shop_duration_seconds"].GetProperty("buckets").GetArrayLength(), metrics["shop_duration_seconds"].GetProperty("lines").GetInt64(), metrics["shop_duration_seconds"].GetProperty("seriesBudget").GetInt32()));
        Assert.Equal(("summary", "[0.5,0.9,0.99]", 600, 5), (metrics["shop_payload_bytes"].GetProperty("type").GetString(), metrics["shop_payload_bytes"].GetProperty("quantiles").GetRawText(), metrics["shop_payload_bytes"].GetProperty("maxAgeSeconds").GetDouble(), metrics["shop_payload_bytes"].GetProperty("lines").GetInt64()));
        Assert.Equal(("[0.25]", 60, 6), (metrics["shop_answer_seconds"].GetProperty("quantiles").GetRawText(), metrics["shop_answer_seconds"].GetProperty("maxAgeSeconds").GetDouble(), metrics["shop_answer_seconds"].GetProperty("lines").GetInt64()));
        Assert.Equal(("ratio", false), (metrics["level_ratio"].GetProperty("unit").GetString(), metrics["level_ratio"].GetProperty("static").GetBoolean()));
    }

    [Fact]
    public void IsReadBackFromAReference()
    {
        var compilation = TestCompilation.Library("class Nothing;").AddReferences(Compile(Source));
        var library = Assert.Single(CatalogueReader.AssembliesOf(compilation));
        Assert.Equal(
            [
                "Library Gauge level_ratio of Shop.Instance, 1",
                "Library Counter shop_orders_total of Shop.Static, 2688",
                "Library Histogram shop_size_bytes of Shop.Static, 6",
                "Library Histogram shop_duration_seconds of Shop.Static, 17",
                "Library Summary shop_payload_bytes of Shop.Static, 5",
                "Library Summary shop_answer_seconds of Shop.Static, 6",
            ],
            CatalogueReader.Metrics(library).Select(static metric => $"{metric.Assembly} {metric.Type} {metric.Name} of {metric.Group}, {metric.Lines}"));
        Assert.True(CatalogueReader.Metrics(library) == CatalogueReader.Metrics(library));
    }

    [Theory]
    [InlineData("2, \"{}\", null")]
    [InlineData("1, \"not json\", null")]
    [InlineData("1, null!, null")]
    [InlineData("1, \"[]\", null")]
    [InlineData("1, \"{\\\"metrics\\\":[{\\\"name\\\":\\\"x\\\",\\\"type\\\":\\\"later\\\"},{},1]}\", null")]
    [InlineData("1, \"{}\", typeof(int[])")]
    [InlineData("1, \"{}\", typeof(string)")]
    public void TakesACatalogueThatCannotBeReadForNone(string arguments)
    {
        var other = TestCompilation.Of("Other", OutputKind.DynamicallyLinkedLibrary, $"[assembly: TypedMetrics.MetricCatalogue({arguments})]");
        var reference = new LoadedProgram().Add(GeneratorRun.Of(other).Clean());
        var compilation = TestCompilation.Of("Program", OutputKind.ConsoleApplication, "class P { static void Main() { } }").AddReferences(reference);
        Assert.Empty(CatalogueReader.Metrics(Assert.Single(CatalogueReader.AssembliesOf(compilation))));
        Assert.Empty(GeneratorRun.Of(compilation).Clean().Sources);
    }

    [Fact]
    public void WritesNothingWhereThereIsNothing() =>
        Assert.Empty(GeneratorRun.Of(TestCompilation.Library("class Nothing;")).Clean().Sources);

    [Fact]
    public void NamesNoRegistrationWhereAllGroupsAreInstances()
    {
        var run = GeneratorRun.Of(TestCompilation.Library("using TypedMetrics; public partial class A { [Gauge(\"a\")] public partial Gauge X { get; } }")).Clean();
        Assert.EndsWith("\"\"\", null)]\n", run.Source("TypedMetrics.Registration.g.cs"), StringComparison.Ordinal);
    }

    private static MetadataReference Compile(string source) =>
        new LoadedProgram().Add(GeneratorRun.Of(TestCompilation.Of("Library", OutputKind.DynamicallyLinkedLibrary, source)).Clean());

    private static JsonDocument Read(MetadataReference reference)
    {
        var compilation = TestCompilation.Library("class Nothing;").AddReferences(reference);
        var attribute = CatalogueReader.Attribute((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!)!;
        Assert.Equal(1, attribute.ConstructorArguments[0].Value);
        return JsonDocument.Parse((string)attribute.ConstructorArguments[1].Value!);
    }
}
