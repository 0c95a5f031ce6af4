using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class CounterTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void AddsWholeAndFractionalAmounts()
    {
        var counter = Family("orders_total").At(0);
        counter.Inc();
        counter.Inc(41L);
        counter.Inc(0.5);
        Assert.Equal(42.5, counter.Value);
        Assert.Equal(42.5, _registry.GetSampleValue("orders_total"));
    }

    private CounterFamily Family(string name) =>
        new MetricGroupRegistration(_registry, "Tests").Counter(new MetricDeclaration(name));
}
