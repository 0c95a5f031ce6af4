using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TypedMetrics.AspNetCore.Tests.Scraping;

namespace TypedMetrics.AspNetCore.Tests.Control;

public class ConfiguredControlTests
{
    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();

    [Fact]
    public async Task ChangesHoldFromTheNextScrapeOn()
    {
        _configuration["Metrics:shop_orders_total:Disabled"] = "true";
        await using var app = await StartAsync();
        Assert.DoesNotContain("shop_orders_total", await app.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);

        _configuration["Metrics:shop_orders_total:Disabled"] = "false";
        _configuration.Reload();
        Assert.Contains("\nshop_orders_total 0\n", await app.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EverySettingIsRead()
    {
        _configuration["Metrics:a_total:maxSeries"] = "12";
        _configuration["Metrics:a_total:MaxValues:tenant"] = "5";
        _configuration["Metrics:a_total:FoldedLabels:0"] = "tenant";
        _configuration["Metrics:a_total:FoldedLabels:1"] = "kind";
        _configuration["Metrics:b:Disabled"] = "True";
        await using var app = await StartAsync();

        var (a, b) = (app.Registry.Controls["a_total"], app.Registry.Controls["b"]);
        Assert.Equal(12, a.MaxSeries);
        Assert.Equal(5, a.MaxValues["tenant"]);
        Assert.Equal(["kind", "tenant"], a.FoldedLabels.Order());
        Assert.True(b.Disabled);
        Assert.False(a.Disabled);
        Assert.Null(b.MaxSeries);
    }

    [Fact]
    public async Task WhatCannotBeReadIsLoggedAndTheRestHolds()
    {
        _configuration["Metrics:a_total:MaxSeries"] = "many";
        _configuration["Metrics:a_total:MaxValues:tenant"] = "-1";
        _configuration["Metrics:a_total:Disabled"] = "yes";
        _configuration["Metrics:a_total:Folded"] = "tenant";
        _configuration["Metrics:b_total:MaxSeries"] = "3";
        var log = new RecordedLog();
        await using var app = await StartAsync(log);

        Assert.Null(app.Registry.Controls["a_total"].MaxSeries);
        Assert.Empty(app.Registry.Controls["a_total"].MaxValues);
        Assert.Equal(3, app.Registry.Controls["b_total"].MaxSeries);
        foreach (var problem in new[]
        {
            "Metrics:a_total:MaxSeries: 'many' is no whole number from 0 on; it is left out.",
            "Metrics:a_total:MaxValues:tenant: '-1' is no whole number from 0 on; it is left out.",
            "Metrics:a_total:Disabled: 'yes' is neither true nor false; it is left out.",
            "Metrics:a_total:Folded: there is no such setting of a metric; it is left out.",
        })
        {
            Assert.Contains(log.Warnings, warning => warning.Contains(problem, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task ChangesAfterTheEndChangeNothing()
    {
        var app = await StartAsync();
        var registry = app.Registry;
        await app.DisposeAsync();
        _configuration["Metrics:a_total:MaxSeries"] = "1";
        _configuration.Reload();
        Assert.Empty(registry.Controls);
    }

    private Task<LoopbackApp> StartAsync(RecordedLog? log = null) => LoopbackApp.StartAsync(
        app => app.MapMetrics(),
        services => services.AddMetricGroup<ShopMetrics>().AddMetricControls(_configuration.GetSection("Metrics")),
        log);
}
