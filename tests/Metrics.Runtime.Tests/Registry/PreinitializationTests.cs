using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class PreinitializationTests
{
    private readonly CollectorRegistry _registry = new() { SelfMetrics = false };

    [Fact]
    public void CountersWithoutLabelsAreExposedWithZero()
    {
        _ = _registry.Counter("orders_total");
        Assert.Equal(["orders_total 0"], _registry.Samples("orders_total"));
    }

    [Fact]
    public void ClosedCountersAreExposedInEveryDeclaredCombination()
    {
        _ = _registry.Counter("orders_total", Declare.Closed("kind", "a", "b"), Declare.Bool("warm"));
        Assert.Equal(
            [
                """orders_total{kind="a",warm="false"} 0""",
                """orders_total{kind="a",warm="true"} 0""",
                """orders_total{kind="b",warm="false"} 0""",
                """orders_total{kind="b",warm="true"} 0""",
            ],
            _registry.Samples("orders_total"));
    }

    [Fact]
    public void ClosedHistogramsAreExposedInEveryDeclaredCombination()
    {
        _ = _registry.Histogram("size", [1, 2], Declare.Closed("kind", "a", "b"));
        Assert.Equal(2 * 5, _registry.Samples("size_").Length);
        Assert.Equal(0, _registry.GetSampleValue("size_count", ("kind", "b")));
    }

    [Theory]
    [InlineData(128, 128)]
    [InlineData(129, 0)]
    public void CountersAreExposedUpTo128Lines(int values, int lines)
    {
        _ = _registry.Counter("orders_total", LabelDeclaration.Range("n", 1, values, nullable: false));
        Assert.Equal(lines, _registry.Samples("orders_total").Length);
    }

    [Theory]
    [InlineData(16, 128)]
    [InlineData(17, 0)]
    public void HistogramsAreExposedUpTo128Lines(int values, int lines)
    {
        _ = _registry.Histogram("size", [1, 2, 3, 4, 5], LabelDeclaration.Range("n", 1, values, nullable: false));
        Assert.Equal(lines, _registry.Samples("size_").Length);
    }

    [Fact]
    public void OpenLabelsAndLabelledGaugesAreExposedOnceTouched()
    {
        _ = _registry.Counter("orders_total", Declare.Open("tenant", 2), Declare.Bool("warm"));
        _ = _registry.Gauge("level", Declare.Bool("warm"));
        Assert.Equal(["# TYPE level gauge", "# TYPE orders_total counter", ""], _registry.Text().Split('\n'));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DeclarationOverridesTheRule(bool preinitialize)
    {
        var group = _registry.Group();
        _ = group.Counter(new MetricDeclaration("a_total") { Preinitialize = preinitialize });
        _ = group.Gauge(new MetricDeclaration("b") { Labels = [Declare.Bool("warm")], Preinitialize = preinitialize });
        _ = group.Counter(new MetricDeclaration("c_total")
        {
            Labels = [LabelDeclaration.Range("n", 1, 5000, nullable: false)],
            Preinitialize = preinitialize,
        });
        Assert.Equal(preinitialize ? 1 : 0, _registry.Samples("a_total").Length);
        Assert.Equal(preinitialize ? 2 : 0, _registry.Samples("b{").Length);
        Assert.Equal(preinitialize ? 5000 : 0, _registry.Samples("c_total").Length);
    }

    [Fact]
    public void SeriesBeyondTheDeclaredOnesAppearOnceTouched()
    {
        var family = _registry.Counter("orders_total", Declare.Closed("kind", "a"));
        family.At(family.Overflow(0)).Inc();
        Assert.Equal(["orders_total{kind=\"a\"} 0", "orders_total{kind=\"other\"} 1"], _registry.Samples("orders_total"));
    }
}
