using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class InfoTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void SetMakesItsCombinationTheOnlyOne()
    {
        var family = _registry.Info("build_info", Declare.Open("version", 4), Declare.Bool("debug"));
        Assert.Empty(_registry.Samples("build_info{"));
        var first = family.At((family.Intern(0, "1.0") * 2) + 1);
        var second = family.At(family.Intern(0, "2.0") * 2);
        first.Set();
        Assert.Equal(["""build_info{version="1.0",debug="true"} 1"""], _registry.Samples("build_info{"));
        Assert.True(first.IsSet);
        second.Set();
        Assert.Equal(["""build_info{version="2.0",debug="false"} 1"""], _registry.Samples("build_info{"));
        Assert.False(first.IsSet);
        Assert.True(second.IsSet);
        Assert.Equal(1, _registry.GetSampleValue("build_info", ("version", "2.0"), ("debug", "false")));
        Assert.Equal(1, _registry.GetSampleValue("typedmetrics_series", ("metric", "build_info")));
    }

    [Fact]
    public void RemoveTakesOnlyItsOwnCombinationOut()
    {
        var family = _registry.Info("build_info", Declare.Closed("edition", "free", "paid"));
        family.At(1).Set();
        family.At(0).Remove();
        Assert.True(family.At(1).IsSet);
        family.At(1).Remove();
        Assert.Empty(_registry.Samples("build_info{"));
        Assert.Equal(0, family.SeriesTouched);
        family.At(1).Set();
        Assert.True(family.At(1).IsSet);
    }

    [Fact]
    public void IndexThatIsNoneIsTheOverflowCombination()
    {
        var family = _registry.Info("build_info", Declare.Closed("edition", "free", "paid"));
        family.At(-7).Set();
        Assert.Equal(["""build_info{edition="other"} 1"""], _registry.Samples("build_info{"));
        Assert.True(family.At(2).IsSet);
    }

    [Fact]
    public void EndingIsAppendedWhereItIsMissing()
    {
        _registry.Info("build", Declare.Bool("debug")).At(0).Set();
        Assert.Equal(["""build_info{debug="false"} 1"""], _registry.Samples("build"));
    }

    [Fact]
    public void ClashesWithAGaugeOfEitherName()
    {
        _ = _registry.Info("build", Declare.Bool("debug"));
        _ = _registry.Gauge("build");
        _ = _registry.Gauge("build_info");
        Assert.Equal(2, _registry.Problems.Count);
    }

    [Fact]
    public void DefaultIsHarmless()
    {
        default(Info).Set();
        default(Info).Remove();
        Assert.False(default(Info).IsSet);
        Assert.True(default(Info) == new Info());
    }

    [Fact]
    public void EqualIfTheSameCombination()
    {
        var family = _registry.Info("build_info", Declare.Bool("debug"));
        Assert.True(family.At(1) == family.At(1));
        Assert.True(family.At(1) != family.At(0));
        Assert.Equal(family.At(1).GetHashCode(), family.At(1).GetHashCode());
    }

    [Fact]
    public void PausesOfAScrapeShowOneCombination()
    {
        var family = _registry.Info("build_info", Declare.Bool("debug"));
        family.At(0).Set();
        var cursor = 0;
        var writer = new Registry.CountingWriter { Series = 6 };
        var labels = new TypedMetrics.Families.SeriesLabels(family.Labels.ToArray(), []);

        // The writer wants a pause after it; the family has ended by then, whatever is set meanwhile.
        Assert.True(family.Write(writer, labels, ref cursor));
        Assert.Equal(7, writer.Series);
    }
}
