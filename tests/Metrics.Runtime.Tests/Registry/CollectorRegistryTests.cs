using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class CollectorRegistryTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void RegistriesNeverShareAValue()
    {
        var other = new CollectorRegistry();
        _registry.Counter("orders_total").At(0).Inc();
        other.Counter("orders_total").At(0).Inc(5);
        Assert.Equal(1, _registry.GetSampleValue("orders_total"));
        Assert.Equal(5, other.GetSampleValue("orders_total"));
        Assert.NotEqual(_registry.Counter("orders_total").At(0), other.Counter("orders_total").At(0));
    }

    [Fact]
    public void EmptyRegistryExposesNothing() => Assert.Empty(_registry.Text());

    [Fact]
    public void FamiliesComeInOrdinalOrderAndSeriesInIndexOrder()
    {
        var family = _registry.Gauge("b", LabelDeclaration.Range("n", 0, 10_000, nullable: false));
        foreach (var index in (int[])[9000, 3, 500, 10_001, 0])
        {
            family.At(index).Set(index);
        }

        _ = _registry.Counter("a_total");
        _ = _registry.Counter("Z_total");
        _registry.Register(new Collector(sink => sink.Family(MetricType.Gauge, "aa").Gauge(1)));
        Assert.Equal(
            ["# TYPE Z_total counter", "# TYPE a_total counter", "# TYPE aa gauge", "# TYPE b gauge", "# TYPE typedmetrics_series gauge", "# TYPE typedmetrics_series_limit gauge"],
            _registry.Samples("# TYPE"));
        Assert.Equal(
            ["b{n=\"0\"} 0", "b{n=\"3\"} 3", "b{n=\"500\"} 500", "b{n=\"9000\"} 9000", "b{n=\"other\"} 10001"],
            _registry.Samples("b{"));
    }

    [Theory]
    [InlineData("orders_total")]
    [InlineData("orders")]
    [InlineData("orders_created")]
    public void UnregistersByAnyNameOfTheFamily(string name)
    {
        using var group = _registry.Group();
        var counter = group.Counter(new MetricDeclaration("orders_total")).At(0);
        Assert.False(_registry.Unregister("order"));
        Assert.True(_registry.Unregister(name));
        Assert.False(_registry.Unregister(name));
        counter.Inc();
        Assert.Equal(1, counter.Value);
        Assert.Empty(_registry.Text());

        // The name is free, and the first owner's end does not take it from the second.
        _registry.Counter("orders_total").At(0).Inc(7);
        group.Dispose();
        Assert.Equal(7, _registry.GetSampleValue("orders_total"));
    }

    [Fact]
    public void DisabledFamilyIsNotExposedAndKeepsCounting()
    {
        var counter = _registry.Counter("orders_total").At(0);
        _registry.Disable("orders_total");
        counter.Inc();
        Assert.Empty(_registry.Text());
        Assert.Null(_registry.GetSampleValue("orders_total"));
        Assert.Equal(1, counter.Value);
        _registry.Enable("orders");
        Assert.Equal(1, _registry.GetSampleValue("orders_total"));
    }

    [Fact]
    public void FamilyCanBeDisabledBeforeItIsThere()
    {
        _registry.Disable("size_count");
        _registry.Disable("made");
        _registry.Disable("typedmetrics_series_limit");
        _ = _registry.Histogram("size", [1], Declare.Bool("x"));
        _registry.Register(new Collector(sink => sink.Family(MetricType.Gauge, "made").Gauge(1)));
        Assert.Equal(["typedmetrics_series{metric=\"size\"} 2"], _registry.Text().Split('\n').Where(line => line.Length > 0 && line[0] != '#'));
        _registry.Enable("size_count");
        _registry.Enable("made");
        _registry.Enable("typedmetrics_series_limit");
        Assert.Equal(0, _registry.GetSampleValue("size_count", ("x", "true")));
        Assert.Equal(1, _registry.GetSampleValue("made"));
        Assert.Equal(10_000, _registry.GetSampleValue("typedmetrics_series_limit", ("metric", "size")));
    }

    [Fact]
    public void DisposedGroupKeepsNothingInTheRegistry()
    {
        var group = _registry.Group();
        group.Dispose();
        var counter = group.Counter(new MetricDeclaration("orders_total")).At(0);
        counter.Inc();
        Assert.Equal(1, counter.Value);
        Assert.Empty(_registry.Text());
    }

    [Fact]
    public void DefaultRegistryHasProcessMetricsAndOthersHaveNot()
    {
        Assert.True(CollectorRegistry.Default.ProcessMetrics);
        Assert.False(_registry.ProcessMetrics);
        _registry.ProcessMetrics = true;
        Assert.True(_registry.GetSampleValue("process_start_time_seconds") > 0);
    }

    [Fact]
    public void NullArgumentsAreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => _registry.Register(null!));
        Assert.Throws<ArgumentNullException>(() => _registry.Unregister((ICollector)null!));
        Assert.Throws<ArgumentNullException>(() => _registry.Unregister((string)null!));
        Assert.Throws<ArgumentNullException>(() => _registry.Disable(null!));
        Assert.Throws<ArgumentNullException>(() => _registry.Enable(null!));
        Assert.Throws<ArgumentNullException>(() => _registry.AddDeferredSource(null!));
        Assert.Throws<ArgumentNullException>(() => _registry.ConstantLabels = null!);
        Assert.Throws<ArgumentNullException>(() => _registry.GetSampleValue(null!));
        Assert.Throws<ArgumentNullException>(() => new MetricGroupRegistration(null!, "x"));
    }
}
