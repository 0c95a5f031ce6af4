using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Expiry;

/// <summary>Types marked as open labels whose values expire, in all metrics and registries at once.</summary>
[Collection(nameof(TestTenant))]
public sealed class ExpiringTypeTests
{
    private readonly Mortal _mortal = new();

    public ExpiringTypeTests() => TestTenant.Values = new OpenLabelValues(3, Mortal.Seconds);

    [Fact]
    public void TakesTheSeriesOutOfEveryMetricAndRegistry()
    {
        var orders = Family("orders_total", _mortal.Registry);
        var sales = Family("sales_total", _mortal.Registry);
        var other = new CollectorRegistry { TimeProvider = _mortal.Clock };
        var elsewhere = Family("orders_total", other);
        foreach (var family in new[] { orders, sales, elsewhere })
        {
            family.Of(TestTenant.Of("a")).Inc();
            family.Of(TestTenant.Of("b")).Inc();
        }

        _mortal.Pass(Mortal.PeriodsToExpire + 1, () => sales.Of(TestTenant.Of("b")).Inc());
        Assert.Equal(["orders_total{tenant=\"b\"} 1"], _mortal.Registry.Samples("orders_total"));
        Assert.Equal(["sales_total{tenant=\"b\"} 7"], _mortal.Registry.Samples("sales_total"));
        Assert.Equal(["orders_total{tenant=\"b\"} 1"], other.Samples("orders_total"));
    }

    [Fact]
    public void APassedValueIsSeen()
    {
        var family = Family("orders_total", _mortal.Registry);
        var tenant = TestTenant.Of("a");
        _mortal.Pass(20, () => family.Of(tenant).Inc());
        Assert.Equal(20, family.Of(TestTenant.Of("a")).Value);
        Assert.Equal(tenant, TestTenant.Of("a"));
    }

    [Fact]
    public void AKeptValueThatHasExpiredIsOther()
    {
        var family = Family("orders_total", _mortal.Registry);
        var tenant = TestTenant.Of("a");
        family.Of(tenant).Inc();
        _mortal.Pass(Mortal.PeriodsToExpire + 1);
        Assert.Equal("other", tenant.Text);
        family.Of(tenant).Inc(2);
        Assert.Equal(["orders_total{tenant=\"other\"} 2"], _mortal.Registry.Samples("orders_total"));
        Assert.Equal(1, family.Labels[0].Overflows);

        _mortal.Pass(Mortal.PeriodsOfRest);
        Assert.Equal(["x", "y", "z", "other"], new[] { "x", "y", "z", "one too many" }.Select(text => TestTenant.Of(text).Text));
        Assert.Equal("other", tenant.Text);
        Assert.NotEqual(tenant, TestTenant.Of("x"));
    }

    [Fact]
    public void TheEmptyValueAndOtherNeverExpire()
    {
        var family = Family("orders_total", _mortal.Registry);
        family.Of(default(TestTenant)).Inc();
        family.Of(TestTenant.Of("other")).Inc();
        _mortal.Pass(20);
        family.Of(default(TestTenant)).Inc();
        Assert.Equal(["orders_total 2", "orders_total{tenant=\"other\"} 1"], _mortal.Registry.Samples("orders_total"));
        Assert.Equal(0, family.Labels[0].Overflows);
    }

    [Fact]
    public void RegistriesThatAreDroppedAreCollected()
    {
        var references = new List<WeakReference>();
        for (var i = 0; i < 1_000; i++)
        {
            references.Add(Use());
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.InRange(references.Count(reference => reference.IsAlive), 0, 2);

        // What stands for them is swept away now and then.
        for (var i = 0; i < 1_000; i++)
        {
            _ = Use();
        }

        Assert.InRange(TestTenant.Values.Expiry!.UserCount, 1, 1_500);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Use()
        {
            var registry = new CollectorRegistry();
            Family("orders_total", registry).Of(TestTenant.Of("a")).Inc();
            _ = registry.Text();
            return new WeakReference(registry);
        }
    }

    [Fact]
    public void AClockThatStandsStillHoldsUpNoOther()
    {
        var frozen = new CollectorRegistry { TimeProvider = new ManualClock() };
        Family("orders_total", frozen).Of(TestTenant.Of("a")).Inc();
        var family = Family("orders_total", _mortal.Registry);
        family.Of(TestTenant.Of("a")).Inc();
        _mortal.Pass(Mortal.PeriodsToExpire + 1, () => _ = frozen.Text());
        Assert.Equal(1, family.Expired);
    }

    private static CounterFamily Family(string name, CollectorRegistry registry) =>
        registry.Counter(name, LabelDeclaration.Open<TestTenant>("tenant"));
}
