using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class ConstantLabelTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void RegistrysAndGroupsLabelsStandBeforeTheSeriesOwn()
    {
        _registry.ConstantLabels = new Dictionary<string, string> { ["zone"] = "a", ["cluster"] = "x\"y", ["empty"] = "" };
        var group = _registry.Group("service=checkout", "team=a=b", "none=");
        group.Counter(new MetricDeclaration("orders_total") { Labels = [Declare.Bool("warm")] }).At(1).Inc();
        group.Gauge(new MetricDeclaration("level")).At(0).Set(2);
        Assert.Equal(
            """orders_total{cluster="x\"y",zone="a",service="checkout",team="a=b",warm="true"} 1""",
            _registry.Samples("orders_total{")[1]);
        Assert.Equal(["""level{cluster="x\"y",zone="a",service="checkout",team="a=b"} 2"""], _registry.Samples("level"));
        Assert.Equal(2, _registry.GetSampleValue("level", ("team", "a=b"), ("zone", "a"), ("service", "checkout"), ("cluster", "x\"y")));
        Assert.Null(_registry.GetSampleValue("level"));
        Assert.Empty(_registry.Problems);
    }

    [Fact]
    public void ChangeCountsFromTheNextScrapeOn()
    {
        _registry.Gauge("level").At(0).Set(1);
        Assert.Equal(["level 1"], _registry.Samples("level"));
        _registry.ConstantLabels = new Dictionary<string, string> { ["zone"] = "a" };
        Assert.Equal(["level{zone=\"a\"} 1"], _registry.Samples("level"));
        Assert.Equal("a", _registry.ConstantLabels["zone"]);
        _registry.ConstantLabels = new Dictionary<string, string>();
        Assert.Equal(["level 1"], _registry.Samples("level"));
    }

    [Fact]
    public void ScrapeThatRunsKeepsItsLabels()
    {
        var family = _registry.Gauge("level", LabelDeclaration.Range("n", 1, 20, nullable: false));
        for (var i = 0; i < 20; i++)
        {
            family.At(i).Set(1);
        }

        _registry.ConstantLabels = new Dictionary<string, string> { ["zone"] = "a" };
        var source = _registry.FamiliesForScrape(CancellationToken.None).Single(source => source.Descriptor.BaseName == "level");
        var writer = new LabelWriter();
        var cursor = 0;
        Assert.False(source.WriteSeries(writer, ref cursor));
        _registry.ConstantLabels = new Dictionary<string, string> { ["zone"] = "b" };
        Assert.Equal("level{zone=\"b\",n=\"1\"} 1", _registry.Samples("level{")[0]);
        while (!source.WriteSeries(writer, ref cursor))
        {
        }

        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"zone=\"a\",n=\"{n}\""), writer.Labels);
    }

    [Fact]
    public void MetricsOwnLabelWinsAndIsReportedOnce()
    {
        _registry.ConstantLabels = new Dictionary<string, string> { ["warm"] = "registry", ["service"] = "registry" };
        var group = _registry.Group("service=group", "warm=group");
        group.Counter(new MetricDeclaration("orders_total") { Labels = [Declare.Bool("warm")] }).At(1).Inc();
        Assert.Equal(["""orders_total{service="group",warm="false"} 0""", """orders_total{service="group",warm="true"} 1"""], _registry.Samples("orders_total{"));
        _registry.Disable("else");
        _ = _registry.Text();
        Assert.Equal(3, _registry.Problems.Count);
        Assert.All(_registry.Problems, problem => Assert.Equal("orders_total", problem.Subject));
        Assert.Equal(2, _registry.Problems.Count(problem => problem.Message.Contains("registry's constant label", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("le")]
    [InlineData("quantile")]
    [InlineData("__name__")]
    [InlineData("a-b")]
    [InlineData("")]
    public void InvalidLabelsAreRefused(string name)
    {
        Assert.Throws<ArgumentException>(() => _registry.ConstantLabels = new Dictionary<string, string> { [name] = "x" });
        Assert.Empty(_registry.ConstantLabels);
        _registry.Group($"{name}=x").Gauge(new MetricDeclaration("level")).At(0).Set(1);
        Assert.Equal(["level 1"], _registry.Samples("level"));
        Assert.Single(_registry.Problems);
    }

    [Fact]
    public void GroupsLabelWithoutValueOrThereTwiceIsLeftOutAndReported()
    {
        _registry.Group("zone", "cluster=a", "cluster=b").Gauge(new MetricDeclaration("level")).At(0).Set(1);
        Assert.Equal(["level{cluster=\"a\"} 1"], _registry.Samples("level"));
        Assert.Equal(2, _registry.Problems.Count);
        Assert.All(_registry.Problems, problem => Assert.Equal("Tests.Group", problem.Subject));
    }

    [Fact]
    public void LabelWithoutAValueIsRefused() => Assert.Throws<ArgumentException>(
        () => _registry.ConstantLabels = new Dictionary<string, string> { ["a"] = null! });

    [Fact]
    public void CollectorsAndSelfMetricsCarryThemToo()
    {
        _registry.ConstantLabels = new Dictionary<string, string> { ["zone"] = "a", ["metric"] = "x", ["collector"] = "y" };
        _registry.Register(new Collector(sink => sink.Family(MetricType.Gauge, "made").Gauge(1, ("metric", "own"))));
        _registry.Register(new Collector(_ => throw new InvalidOperationException()));
        _ = _registry.Gauge("level", Declare.Bool("warm"));
        Assert.Equal(1, _registry.GetSampleValue("made", ("zone", "a"), ("metric", "own"), ("collector", "y")));
        Assert.Equal(0, _registry.GetSampleValue("typedmetrics_series", ("zone", "a"), ("collector", "y"), ("metric", "level")));
        Assert.Equal(
            3,
            _registry.GetSampleValue("typedmetrics_collector_errors_total", ("zone", "a"), ("metric", "x"), ("collector", typeof(Collector).FullName!)));
    }
}
