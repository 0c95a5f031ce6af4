using System.Globalization;
using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class StateSetTests
{
    private readonly CollectorRegistry _registry = new();

    private enum Wide : ulong
    {
        First,
        Last = ulong.MaxValue,
    }

    private enum Small : byte
    {
        Off,
        On,
    }

    [Fact]
    public void SetMakesAStateTheOnlyTrueOne()
    {
        var breaker = _registry.Breaker("breaker_state").At<BreakerState>(0);
        breaker.Set(BreakerState.Open);
        breaker.Set(BreakerState.HalfOpen);
        Assert.Equal(
            ["""breaker_state{breaker_state="closed"} 0""", """breaker_state{breaker_state="open"} 0""", """breaker_state{breaker_state="half_open"} 1"""],
            _registry.Samples("breaker_state{"));
        Assert.Equal(BreakerState.HalfOpen, breaker.Current);
        Assert.True(breaker.IsSet(BreakerState.HalfOpen));
        Assert.False(breaker.IsSet(BreakerState.Open));
    }

    [Fact]
    public void SetOfOneStateLeavesTheOthers()
    {
        var breaker = _registry.Breaker("breaker_state").At<BreakerState>(0);
        breaker.Set(BreakerState.Closed, true);
        breaker.Set(BreakerState.HalfOpen, true);
        Assert.Null(breaker.Current);
        Assert.True(breaker.IsSet(BreakerState.Closed));
        Assert.True(breaker.IsSet(BreakerState.HalfOpen));
        breaker.Set(BreakerState.Closed, false);
        Assert.Equal(BreakerState.HalfOpen, breaker.Current);
        breaker.Set(BreakerState.HalfOpen, false);
        Assert.Null(breaker.Current);
    }

    [Fact]
    public void UndeclaredStateIsIgnoredAndCounted()
    {
        var breaker = _registry.Breaker("breaker_state").At<BreakerState>(0);
        breaker.Set(BreakerState.Open);
        breaker.Set(default);
        breaker.Set((BreakerState)3, true);
        breaker.Set((BreakerState)3, false);
        Assert.Equal(BreakerState.Open, breaker.Current);
        Assert.False(breaker.IsSet(default));
        Assert.Equal(3, _registry.GetSampleValue("typedmetrics_invalid_updates_total", ("metric", "breaker_state")));
    }

    [Fact]
    public void LabelledSeriesIsExposedOnceItIsSet()
    {
        var family = _registry.Breaker("breaker_state", Declare.Closed("endpoint", "orders", "cart"));
        Assert.Empty(_registry.Samples("breaker_state{"));
        family.At<BreakerState>(1).Set(BreakerState.Open, false);
        Assert.Equal(3, _registry.Samples("""breaker_state{endpoint="cart",""").Length);
        Assert.Equal(0, _registry.GetSampleValue("breaker_state", ("endpoint", "cart"), ("breaker_state", "open")));
        Assert.Null(_registry.GetSampleValue("breaker_state", ("endpoint", "cart")));
        Assert.Equal(1, family.SeriesTouched);
    }

    [Fact]
    public void StateSetWithoutLabelsIsExposedFromTheFirstScrapeWithNoStateTrue()
    {
        var family = _registry.Breaker("breaker_state");
        Assert.Equal([0, 0, 0], _registry.Samples("breaker_state{").Select(Declare.ValueOf));
        Assert.Null(family.At<BreakerState>(0).Current);
    }

    [Fact]
    public void RemovedSeriesIsGoneAndBeginsWithNoStateTrue()
    {
        var family = _registry.Breaker("breaker_state", Declare.Closed("endpoint", "orders", "cart"));
        var breaker = family.At<BreakerState>(1);
        breaker.Set(BreakerState.Open);
        breaker.Remove();
        breaker.Remove();
        Assert.Empty(_registry.Samples("breaker_state{"));
        Assert.Null(breaker.Current);
        Assert.Equal(0, family.SeriesTouched);
        breaker.Set(BreakerState.Closed, true);
        Assert.Equal(BreakerState.Closed, breaker.Current);
    }

    [Fact]
    public void SeriesBeyondTheMaximumShareTheOverflowSeries()
    {
        var family = _registry.Group().StateSet(new MetricDeclaration("breaker_state")
        {
            Labels = [Declare.Open("tenant", 10)],
            States = ["off", "on"],
            MaxSeries = 1,
        });
        foreach (var tenant in new[] { "a", "b", "c" })
        {
            family.At<Small>(family.Intern(0, tenant)).Set(Small.On);
        }

        Assert.Equal(1, _registry.GetSampleValue("breaker_state", ("tenant", "a"), ("breaker_state", "on")));
        Assert.Equal(1, _registry.GetSampleValue("breaker_state", ("tenant", "other"), ("breaker_state", "on")));
        Assert.Equal(2, _registry.GetSampleValue("typedmetrics_series_overflow_total", ("metric", "breaker_state")));
    }

    [Fact]
    public void TakesEnumsOfEverySize()
    {
        var wide = _registry.Group().StateSet(new MetricDeclaration("wide") { States = ["first", "last"], StateNumbers = [0, -1] }).At<Wide>(0);
        wide.Set(Wide.Last);
        Assert.Equal(Wide.Last, wide.Current);
        var small = _registry.Group().StateSet(new MetricDeclaration("small") { States = ["off", "on"] }).At<Small>(0);
        small.Set(Small.On);
        Assert.Equal(Small.On, small.Current);
    }

    [Fact]
    public void Holds63States()
    {
        string[] states = [.. Enumerable.Range(0, 63).Select(state => $"s{state.ToString(CultureInfo.InvariantCulture)}")];
        var family = _registry.Group().StateSet(new MetricDeclaration("many") { States = states });
        for (var state = 0; state < states.Length; state++)
        {
            family.At<Small>(0).Set((Small)state, true);
        }

        Assert.Equal(63, _registry.Samples("many{").Count(sample => Declare.ValueOf(sample) == 1));
        Assert.Empty(_registry.Problems);
    }

    [Fact]
    public void DefaultIsHarmless()
    {
        var none = default(StateSet<BreakerState>);
        none.Set(BreakerState.Open);
        none.Set(BreakerState.Open, true);
        none.Remove();
        Assert.Null(none.Current);
        Assert.False(none.IsSet(BreakerState.Open));
        Assert.Equal(default, none);
    }

    [Fact]
    public void EqualIfTheSameSeries()
    {
        var family = _registry.Breaker("breaker_state", Declare.Closed("endpoint", "orders", "cart"));
        Assert.True(family.At<BreakerState>(1) == family.At<BreakerState>(1));
        Assert.True(family.At<BreakerState>(1) != family.At<BreakerState>(0));
        Assert.Equal(family.At<BreakerState>(1).GetHashCode(), family.At<BreakerState>(1).GetHashCode());
    }

    [Fact]
    public void LabelOfTheStatesWinsOverConstantLabels()
    {
        _registry.ConstantLabels = new Dictionary<string, string> { ["breaker_state"] = "registry", ["zone"] = "eu" };
        _registry.Group("breaker_state=group").StateSet(new MetricDeclaration("breaker_state") { States = ["off", "on"] }).At<Small>(0).Set(Small.On);
        Assert.Equal(
            ["""breaker_state{zone="eu",breaker_state="off"} 0""", """breaker_state{zone="eu",breaker_state="on"} 1"""], _registry.Samples("breaker_state{"));
        Assert.Equal(2, _registry.Problems.Count);
    }

    [Theory]
    [InlineData("breaker_state", "")]
    [InlineData("breaker_state", "a,a")]
    [InlineData("breaker_state", "a,,b")]
    [InlineData("endpoint", "a,b")]
    [InlineData("a:b", "a,b")]
    [InlineData("le", "a,b")]
    public void DeclarationThatCannotWorkIsRefusedAndHarmless(string name, string states)
    {
        var family = _registry.Group().StateSet(new MetricDeclaration(name)
        {
            Labels = [Declare.Closed("endpoint", "orders")],
            States = states.Length == 0 ? [] : states.Split(','),
        });
        family.At<Small>(0).Set(Small.On);
        family.At<Small>(0).Set((Small)200);
        Assert.Single(_registry.Problems);
        Assert.DoesNotContain("\n" + name + "{", _registry.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void MoreStatesThanAWordHoldsAreRefused()
    {
        string[] states = [.. Enumerable.Range(0, 64).Select(state => $"s{state.ToString(CultureInfo.InvariantCulture)}")];
        var family = _registry.Group().StateSet(new MetricDeclaration("many") { States = states });
        family.At<Small>(0).Set((Small)63);
        Assert.Null(family.At<Small>(0).Current);
        Assert.Contains("63", Assert.Single(_registry.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherStatesAreAnotherDeclaration()
    {
        var first = _registry.Breaker("breaker_state");
        Assert.Same(first, _registry.Breaker("breaker_state"));
        var other = _registry.Group().StateSet(new MetricDeclaration("breaker_state") { States = ["closed", "open", "half_open"] });
        Assert.NotSame(first, other);
        Assert.Single(_registry.Problems);
    }

    [Fact]
    public void UnitIsLeftOut()
    {
        _registry.Group().StateSet(new MetricDeclaration("state_seconds") { States = ["off"], Unit = "seconds" });
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        _registry.Write(output, ExpositionFormat.OpenMetrics);
        Assert.DoesNotContain("UNIT", System.Text.Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
    }
}
