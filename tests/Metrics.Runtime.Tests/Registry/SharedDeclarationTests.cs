using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class SharedDeclarationTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void IdenticalDeclarationsShareTheirCellsUntilTheLastOwnerIsGone()
    {
        var first = _registry.Group();
        var second = _registry.Group();
        var family = first.Counter(Declaration());
        Assert.Same(family, second.Counter(Declaration()));
        family.At(0).Inc();
        first.Dispose();
        first.Dispose();
        Assert.Equal(1, Orders());
        second.Dispose();
        Assert.Null(Orders());
        Assert.Empty(_registry.Problems);

        // Cells are never handed on.
        var third = _registry.Group().Counter(Declaration());
        Assert.NotSame(family, third);
        Assert.Equal(0, Orders());
    }

    [Fact]
    public void NameWithAndWithoutTotalIsOneCounter()
    {
        var family = _registry.Counter("orders_total");
        Assert.Same(family, _registry.Counter("orders"));
    }

    [Fact]
    public void HelpAndMaximumOfTheFirstCount()
    {
        var family = _registry.Group().Counter(Declaration());
        Assert.Same(family, _registry.Group().Counter(new MetricDeclaration("orders_total")
        {
            Labels = [Declare.Closed("kind", "a", "b")],
            Help = "Another help.",
            MaxSeries = 5,
        }));
    }

    public static TheoryData<string> Differences => ["name", "values", "order", "maximum", "range", "kind", "fewer", "unit", "type", "constant"];

    [Theory]
    [MemberData(nameof(Differences))]
    public void AnythingElseOfThatNameIsRefusedAndWorksUnexposed(string difference)
    {
        MetricDeclaration Declared(params LabelDeclaration[] labels) => new("x_bytes") { Labels = labels };
        var labels = new LabelDeclaration[]
        {
            Declare.Closed("kind", "a", "b"), Declare.Open("tenant", 3), LabelDeclaration.Range("shard", 0, 3, nullable: false),
        };
        var first = _registry.Group().Gauge(Declared(labels));
        first.At(0).Set(1);

        var group = difference == "constant" ? _registry.Group("zone=a") : _registry.Group();
        MetricFamily second = difference switch
        {
            "name" => group.Gauge(Declared(Declare.Closed("sort", "a", "b"), labels[1], labels[2])),
            "values" => group.Gauge(Declared(Declare.Closed("kind", "a", "c"), labels[1], labels[2])),
            "order" => group.Gauge(Declared(labels[1], labels[0], labels[2])),
            "maximum" => group.Gauge(Declared(labels[0], Declare.Open("tenant", 4), labels[2])),
            "range" => group.Gauge(Declared(labels[0], labels[1], LabelDeclaration.Range("shard", 1, 4, nullable: false))),
            "kind" => group.Gauge(Declared(labels[0], Declare.Open("tenant", 3, nullable: true), labels[2])),
            "fewer" => group.Gauge(Declared(labels[0], labels[1])),
            "unit" => group.Gauge(new MetricDeclaration("x_bytes") { Labels = labels, Unit = "bytes" }),
            "type" => group.Histogram(Declared(labels)),
            "constant" => group.Gauge(Declared(labels)),
            _ => throw new ArgumentOutOfRangeException(nameof(difference)),
        };

        var problem = Assert.Single(_registry.Problems);
        Assert.Equal("x_bytes", problem.Subject);
        Assert.Contains("Tests.Group", problem.Message, StringComparison.Ordinal);
        Assert.NotSame(first, second);
        Update(second);
        Assert.Equal(["x_bytes{kind=\"a\",tenant=\"other\",shard=\"0\"} 1"], _registry.Samples("x_bytes").Select(Known));
        group.Dispose();
        Assert.Single(_registry.Samples("x_bytes{"));

        // The first tenant has no text yet, since it was touched by index.
        static string Known(string sample) => sample.Replace("kind=\"a\",shard", "kind=\"a\",tenant=\"other\",shard", StringComparison.Ordinal);
    }

    [Fact]
    public void HistogramsWithOtherBucketsAreRefused()
    {
        var family = _registry.Histogram("size", [1, 2]);
        Assert.Same(family, _registry.Histogram("size", [1, 2]));
        Assert.NotSame(family, _registry.Histogram("size", [1, 3]));
        Assert.Single(_registry.Problems);

        // The default bounds are the same, given or not.
        var group = _registry.Group();
        var byDefault = group.Histogram(new MetricDeclaration("other"));
        Assert.Same(byDefault, _registry.Histogram("other", [.. TypedMetrics.Rules.BucketBounds.Default]));
    }

    private static void Update(MetricFamily family)
    {
        switch (family)
        {
            case CounterFamily counter:
                counter.At(1).Inc();
                Assert.Equal(1, counter.At(1).Value);
                break;
            case GaugeFamily gauge:
                gauge.At(1).Set(7);
                Assert.Equal(7, gauge.At(1).Value);
                break;
            case HistogramFamily histogram:
                histogram.At(1).Observe(7);
                Assert.Equal(7, histogram.At(1).Sum);
                break;
        }
    }

    private static MetricDeclaration Declaration() =>
        new("orders_total") { Labels = [Declare.Closed("kind", "a", "b")], Help = "Orders." };

    private double? Orders() => _registry.GetSampleValue("orders_total", ("kind", "a"));
}
