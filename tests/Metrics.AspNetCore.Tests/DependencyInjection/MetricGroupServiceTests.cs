using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetrics.AspNetCore.Tests.DependencyInjection;

public class MetricGroupServiceTests
{
    [Fact]
    public async Task ConstructsTheGroupBeforeTheFirstScrape()
    {
        await using var app = await LoopbackApp.StartAsync(app => app.MapMetrics(), services => services.AddMetricGroup<ShopMetrics>());
        Assert.Contains("\nshop_orders_total 0\n", await app.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandsEveryoneTheSameGroup()
    {
        await using var app = await LoopbackApp.StartAsync(
            app => app.MapPost("/orders", (ShopMetrics metrics) => metrics.Orders.Inc()),
            services => services.AddMetricGroup<ShopMetrics>().AddMetricGroup<ShopMetrics>());
        await app.StatusAsync("/orders", HttpMethod.Post);
        await app.StatusAsync("/orders", HttpMethod.Post);
        Assert.Equal(2, app.Services.GetRequiredService<ShopMetrics>().Orders.Value);
        Assert.Equal(2, app.Registry.GetSampleValue("shop_orders_total"));
    }

    [Fact]
    public async Task UsesTheDefaultRegistryWithoutOneOfTheApplication()
    {
        var provider = new ServiceCollection().AddMetricGroup<ShopMetrics>().BuildServiceProvider();
        await using (provider)
        {
            provider.GetRequiredService<ShopMetrics>().Orders.Inc(5);
            Assert.Equal(5, CollectorRegistry.Default.GetSampleValue("shop_orders_total"));
        }

        Assert.Null(CollectorRegistry.Default.GetSampleValue("shop_orders_total"));
    }

    [Fact]
    public async Task GivesUpTheFamiliesWithTheContainer()
    {
        var app = await LoopbackApp.StartAsync(_ => { }, services => services.AddMetricGroup<ShopMetrics>());
        Assert.Equal(0, app.Registry.GetSampleValue("shop_orders_total"));
        await app.DisposeAsync();
        Assert.Null(app.Registry.GetSampleValue("shop_orders_total"));
    }

    [Fact]
    public async Task ConstructsGroupsThatTakeOtherServicesToo()
    {
        await using var app = await LoopbackApp.StartAsync(
            _ => { }, services => services.AddSingleton(new Warehouse(12)).AddMetricGroup<WarehouseMetrics>());
        Assert.Equal(12, app.Registry.GetSampleValue("warehouse_shelves"));
    }

    [Fact]
    public void AddsARegistryOfTheApplicationsOwn()
    {
        using var provider = new ServiceCollection()
            .AddMetricsRegistry(registry => registry.Disable("shop_payments_total"))
            .AddMetricGroup<ShopMetrics>()
            .BuildServiceProvider();
        provider.GetRequiredService<ShopMetrics>().Orders.Inc();
        var registry = provider.GetRequiredService<CollectorRegistry>();
        Assert.NotSame(CollectorRegistry.Default, registry);
        Assert.Equal(1, registry.GetSampleValue("shop_orders_total"));
        Assert.Same(registry, provider.GetRequiredService<CollectorRegistry>());
    }
}
