using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class RefusalTests
{
    private readonly CollectorRegistry _registry = new();

    public static TheoryData<string, Func<MetricDeclaration>> Declarations => new()
    {
        { "no metric name", () => new MetricDeclaration("my-metric") },
        { "no metric name", () => new MetricDeclaration("") },
        { "no metric name", () => new MetricDeclaration("1st") },
        { "no label name", () => new MetricDeclaration("size") { Labels = [Declare.Bool("a-b")] } },
        { "no label name", () => new MetricDeclaration("size") { Labels = [Declare.Bool("a:b")] } },
        { "reserved", () => new MetricDeclaration("size") { Labels = [Declare.Bool("__name__")] } },
        { "reserved", () => new MetricDeclaration("size") { Labels = [Declare.Bool("le")] } },
        { "twice", () => new MetricDeclaration("size") { Labels = [Declare.Bool("a"), Declare.Bool("a")] } },
        { "increase strictly", () => new MetricDeclaration("size") { Buckets = [1, 1] } },
        { "NaN", () => new MetricDeclaration("size") { Buckets = [double.NaN] } },
        { "infinite", () => new MetricDeclaration("size") { Buckets = [1, double.PositiveInfinity] } },
        { "no bucket", () => new MetricDeclaration("size") { Buckets = [] } },
        {
            "more series than an index holds",
            () => new MetricDeclaration("size") { Labels = [Declare.Open("a", 100_000), Declare.Open("b", 100_000)] }
        },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void DeclarationThatCannotBeExposedIsReportedAndWorksUnexposed(string reason, Func<MetricDeclaration> declare)
    {
        var histogram = _registry.Group().Histogram(declare()).At(0);
        histogram.Observe(1);
        Assert.Equal(1, histogram.Count);
        Assert.Contains(reason, Assert.Single(_registry.Problems).Message, StringComparison.Ordinal);
        Assert.Empty(_registry.Text());
    }

    // An index beyond 32 bits cannot be told; whatever arrives must do no harm.
    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void ImpossibleIndexDoesNoHarm(int index)
    {
        LabelDeclaration[] labels = [Declare.Closed("kind", "a", "b")];
        var counter = _registry.Counter("orders_total", labels);
        var gauge = _registry.Gauge("level", labels);
        var histogram = _registry.Histogram("size", [1], labels);
        counter.At(index).Inc();
        gauge.At(index).Set(1);
        histogram.At(index).Observe(1);
        counter.At(index).Remove();
        gauge.At(index).Remove();
        histogram.At(index).Remove();
        Assert.Equal(0, gauge.At(index).Value);
        Assert.Equal(1, _registry.GetSampleValue("orders_total", ("kind", "other")));
        Assert.Equal(1, _registry.GetSampleValue("level", ("kind", "other")));
        Assert.Equal(1, _registry.GetSampleValue("size_count", ("kind", "other")));
    }

    [Fact]
    public void UnitThatIsNotInTheNameIsLeftOutAndReported()
    {
        _registry.Group().Gauge(new MetricDeclaration("size") { Unit = "bytes" }).At(0).Set(1);
        Assert.Contains("_bytes", Assert.Single(_registry.Problems).Message, StringComparison.Ordinal);
        Assert.Equal(1, _registry.GetSampleValue("size"));
    }

    [Fact]
    public void PreinitialisationThatCannotBeIsReported()
    {
        _ = _registry.Group().Counter(new MetricDeclaration("a_total") { Labels = [Declare.Open("t", 5)], Preinitialize = true });
        _ = _registry.Group().Counter(new MetricDeclaration("b_total")
        {
            Labels = [LabelDeclaration.Range("n", 1, 20_000, nullable: false)],
            Preinitialize = true,
        });
        Assert.Equal(["a_total", "b_total"], _registry.Problems.Select(problem => problem.Subject));
        Assert.Empty(_registry.Samples("a_total"));
        Assert.Empty(_registry.Samples("b_total"));
    }
}
