namespace TypedMetrics.Integration.Tests;

/// <summary>Open labels as types: one look-up, then every metric takes the value.</summary>
public sealed class OpenLabelTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void OneValueServesEveryInstrumentAndRegistry()
    {
        var customer = Customer.Of("every instrument");
        var other = new CollectorRegistry();
        using var metrics = new KindMetrics(_registry);
        using var others = new KindMetrics(other);
        metrics.ByCustomer(customer, Shade.Dark).Inc();
        metrics.CustomerLevel(customer).Set(3);
        metrics.CustomerWait(customer).Observe(0.5);
        others.CustomerLevel(customer).Set(4);

        var label = ("customer", "every instrument");
        Assert.Equal(1, _registry.GetSampleValue("it_customer_total", label, ("shade", "dark")));
        Assert.Equal(3, _registry.GetSampleValue("it_customer_level", label));
        Assert.Equal(1, _registry.GetSampleValue("it_customer_wait_seconds_count", label));
        Assert.Equal(4, other.GetSampleValue("it_customer_level", label));
        Assert.Null(other.GetSampleValue("it_customer_wait_seconds_count", label));
    }

    [Fact]
    public void LabelSetsTakeThemNullableToo()
    {
        using var metrics = new KindMetrics(_registry);
        metrics.BySale(new(Customer.Of("seller"), Shade.Light, Customer.Of("buyer"))).Inc();
        metrics.BySale(new(Customer.Of("seller"), Shade.Light, null)).Inc(2);
        metrics.BySale(new(default, Shade.Light, default(Customer))).Inc(4);

        Assert.Equal(1, _registry.GetSampleValue("it_sales_total", ("seller", "seller"), ("shade", "light"), ("buyer", "buyer")));
        Assert.Equal(2, _registry.GetSampleValue("it_sales_total", ("seller", "seller"), ("shade", "light")));
        Assert.Equal(4, _registry.GetSampleValue("it_sales_total", ("shade", "light")));
    }

    [Fact]
    public void ValuesBeyondTheMaximumAreCountedInOtherAndOnceInTheSelfMetric()
    {
        using var metrics = new KindMetrics(_registry);
        var tenants = Enumerable.Range(0, 5).Select(i => Tenant.Of("tenant " + i)).ToArray();
        var overflowed = tenants.Count(tenant => tenant.Text == "other");
        foreach (var tenant in tenants)
        {
            metrics.ByOpenType(tenant).Inc();
        }

        Assert.True(overflowed >= 2);
        Assert.Equal(overflowed, _registry.GetSampleValue("it_open_type_total", ("tenant", "other")));
        Assert.Equal(overflowed, _registry.GetSampleValue("typedmetrics_label_overflow_total", ("metric", "it_open_type_total"), ("label", "tenant")));
    }

    [Fact]
    public async Task SumsAreExactWhenThreadsMeetNewTexts()
    {
        const int Threads = 4;
        const int Rounds = 5_000;
        using var metrics = new KindMetrics(_registry);
        using var stop = new CancellationTokenSource();
        var scrapes = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                _ = _registry.GetSampleValue("it_customer_total", ("shade", "dark"));
            }
        });
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                metrics.ByCustomer(Customer.Of("sum " + (i % 20)), Shade.Dark).Inc();
            }
        })));
        await stop.CancelAsync();
        await scrapes;

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(Threads * Rounds / 20, _registry.GetSampleValue("it_customer_total", ("customer", "sum " + i), ("shade", "dark")));
        }
    }
}
