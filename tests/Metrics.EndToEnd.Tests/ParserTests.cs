using TypedMetrics.EndToEnd.Tests.Judges;
using TypedMetrics.EndToEnd.Tests.Samples;
using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests;

/// <summary>Independent parsers read what the running sample exposes.</summary>
public class ParserTests
{
    [ToolFact(ExternalTool.Promtool)]
    public async Task PromtoolFindsNothingInTheText()
    {
        using var shop = await CheckoutShop.StartAsync();
        await new ShopTraffic(shop.Client).SendAsync(rounds: 1);
        var (exitCode, output) = await RunningProgram.RunAsync(
            ExternalTool.Promtool, ["check", "metrics"], input: await shop.ScrapeTextAsync());
        Assert.Equal((0, ""), (exitCode, output));
    }

    [ToolFact(ExternalTool.OpenMetricsParser)]
    public async Task StrictParserReadsTheOpenMetrics()
    {
        using var shop = await CheckoutShop.StartAsync();
        await new ShopTraffic(shop.Client).SendAsync(rounds: 2);
        var samples = await OpenMetricsParser.ParseAsync(await shop.ScrapeOpenMetricsAsync());
        foreach (var ((method, endpoint, status), count) in ShopTraffic.Round)
        {
            Assert.Contains($"counter shop_http_requests_total endpoint={endpoint},method={method},status={status} {count * 2}.0", samples);
        }

        Assert.Contains("histogram shop_http_request_duration_seconds_count endpoint=orders 20.0", samples);
        Assert.Contains("counter shop_tenant_orders_total tenant=acme 4.0", samples);
    }

    [ToolFact(ExternalTool.OpenMetricsParser)]
    public async Task StrictParserRefusesWhatIsCutShort()
    {
        using var shop = await CheckoutShop.StartAsync();
        var body = await shop.ScrapeOpenMetricsAsync();
        await Assert.ThrowsAsync<InvalidDataException>(() => OpenMetricsParser.ParseAsync(body[..^"# EOF\n".Length]));
    }
}
