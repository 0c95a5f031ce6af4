using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>While someone types, source is mostly broken: neither generator nor analyzer may fall over.</summary>
public class DamagedSourceTests
{
    private const string Source = """
        using TypedMetrics;

        namespace Shop;

        public enum Kind : byte { A, [LabelValue("b")] B = 3, C = B }

        [LabelSet]
        public record struct Labels([property: Label("k", Case = LabelCase.Upper)] Kind Kind, [OneOf("x", "y")] string Text, bool? Warm);

        [MetricGroup(Prefix = "shop_", ConstantLabels = ["a=b", "c=d"], SeriesBudget = 5)]
        public static partial class Static
        {
            /// <summary>Orders <see cref="Kind.A"/>.</summary>
            [Counter("orders_total", Unit = "orders", MaxSeries = 9)]
            public static partial Counter Orders(Labels labels, in Kind? kind, [InRange(1, 5)] int shelf = 3);

            [Histogram("size_bytes", Buckets = [0.5, 1, 2])]
            public static partial Histogram Size { get; }

            [Histogram("time_seconds"), ExponentialBuckets(0.1, 2, 3)]
            private static partial Histogram Time([MaxValues(5)] System.ReadOnlySpan<char> tenant);
        }

        public partial class Instance(int x) : System.IDisposable
        {
            public Instance(CollectorRegistry registry) : this(1) { RegisterMetrics(registry); }

            [Gauge("level")]
            public partial Gauge Level { get; }

            public void Dispose() => UnregisterMetrics();
        }
        """;

    [Theory]
    [InlineData("[Counter]")]
    [InlineData("[Counter()]")]
    [InlineData("[Counter(5)]")]
    [InlineData("[Counter(name: )]")]
    [InlineData("[Counter(\"a\", Unit = 5, MaxSeries = \"x\", Preinitialize = null, SeriesBudget = Nothing)]")]
    [InlineData("[Counter(\"a\", 5, 6)]")]
    [InlineData("[Counter(null, null)]")]
    [InlineData("[Counter(\"a\"), OneOf, Label(1), MaxValues(\"x\"), InRange(1)]")]
    [InlineData("[Counter(\"a\"")]
    [InlineData("[Histogram(\"h\", Buckets = 5)]")]
    [InlineData("[Histogram(\"h\", Buckets = [\"x\", null])]")]
    [InlineData("[Histogram(\"h\"), ExponentialBuckets(1), LinearBuckets(\"a\", 2, 3)]")]
    public Task StandsBadArguments(string attribute) => Survives($$"""
        using TypedMetrics;
        [MetricGroup(Prefix = 5, ConstantLabels = [1, null], Owner = null)]
        public static partial class Group
        {
            {{attribute}}
            public static partial Counter A([OneOf(1, null)] string a, [InRange("x", 2)] int b, [MaxValues] string c, [Label(5, Case = 7, AsNumber = "x")] Kind d, Missing e, int);
        }
        public enum Kind { [LabelValue] A, [LabelValue(5)] B = A + Missing, C = B }
        """);

    [Fact]
    public async Task StandsAnyMissingOrRepeatedPiece()
    {
        var random = new Random(11);
        for (var i = 0; i < 150; i++)
        {
            var start = random.Next(Source.Length);
            var length = Math.Min(random.Next(1, 40), Source.Length - start);
            await Survives(random.Next(3) switch
            {
                0 => Source.Remove(start, length),
                1 => Source.Insert(random.Next(Source.Length), Source.Substring(start, length)),
                _ => Source[..start],
            });
        }
    }

    private static async Task Survives(string source)
    {
        var (diagnostics, run) = await DeclarationCheck.Analyze(TestCompilation.Library(source));
        Assert.True(run.Result.Exception is null, $"{run.Result.Exception}\n{source}");
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Id == "AD0001");
    }
}
