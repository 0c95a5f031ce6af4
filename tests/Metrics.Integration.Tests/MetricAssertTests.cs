using TypedMetrics.Testing;

namespace TypedMetrics.Integration.Tests;

public sealed class MetricAssertTests : IDisposable
{
    private const string Looked = "it_one_of_total";
    private const string Waited = "it_wait_seconds";

    private readonly CollectorRegistry _registry = new();
    private readonly KindMetrics _metrics;

    public MetricAssertTests() => _metrics = new KindMetrics(_registry);

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public void ValuesAreThoseOfAScrape()
    {
        _metrics.ByOneOf("miss").Inc(2);
        _metrics.Wait(Shade.Dark).Observe(0.4);
        _metrics.Level(Shade.Dark).Set(double.NaN);

        MetricAssert.Equal(_registry, 2, Looked, ("result", "miss"));
        MetricAssert.Equal(_registry, 1, Waited + "_count", ("shade", "dark"));
        MetricAssert.Equal(_registry, double.NaN, "it_level", ("shade", "dark"));
        MetricAssert.Absent(_registry, "it_level", ("shade", "light"));
        MetricAssert.NoProblems(_registry);
    }

    [Fact]
    public void AnotherValueIsNamed() => Fails(
        "it_one_of_total{result=\"miss\"} is 0, not 1",
        () => MetricAssert.Equal(_registry, 1, Looked, ("result", "miss")));

    [Fact]
    public void WhatIsThereIsListedBesideWhatIsNot()
    {
        _metrics.Level(Shade.Dark).Set(3);

        Fails(
            "it_level{shade=\"light\"} is not there; samples of that name:\nit_level{shade=\"dark\"} 3",
            () => MetricAssert.Equal(_registry, 3, "it_level", ("shade", "light")));
        Fails("it_level{shade=\"dark\"} is 3, and should not be there", () => MetricAssert.Absent(_registry, "it_level", ("shade", "dark")));
        var exception = Assert.Throws<MetricAssertException>(() => MetricAssert.Equal(_registry, 3, "it_levels"));
        Assert.StartsWith("it_levels is not there; metrics there are:\nit_", exception.Message, StringComparison.Ordinal);
        Assert.Matches("\nand [0-9]+ more$", exception.Message);
    }

    [Fact]
    public void ChangesLeaveOutWhatWasThereBefore()
    {
        _metrics.ByOneOf("hit").Inc(5);
        _metrics.Level(Shade.Dark).Set(8);
        var changes = MetricChanges.Since(_registry);
        _metrics.ByOneOf("hit").Inc(2);
        _metrics.ByOneOf("miss").Inc();
        _metrics.Wait(Shade.Dark).Observe(0.5);
        _metrics.Level(Shade.Dark).Remove();

        Assert.Equal(2, changes.Of(Looked, ("result", "hit")));
        changes.AssertChanged(1, Looked, ("result", "miss"));
        changes.AssertChanged(0.5, Waited + "_sum", ("shade", "dark"));
        changes.AssertChanged(-8, "it_level", ("shade", "dark"));
        changes.AssertChanged(0, "it_no_such_total");
        Fails(
            "it_one_of_total{result=\"hit\"} has changed by 2, not by 3; changes of that name:\nit_one_of_total{result=\"hit\"} 2\nit_one_of_total{result=\"miss\"} 1",
            () => changes.AssertChanged(3, Looked, ("result", "hit")));
    }

    [Fact]
    public void RefusedUpdatesAreProblems()
    {
        _metrics.ByOneOf("neither").Inc();
        Fails(
            "the registry tells of problems:\ntypedmetrics_label_overflow_total{metric=\"it_one_of_total\",label=\"result\"} 1",
            () => MetricAssert.NoProblems(_registry));
    }

    private static void Fails(string message, Action assertion) =>
        Assert.Equal(message, Assert.Throws<MetricAssertException>(assertion).Message);
}
