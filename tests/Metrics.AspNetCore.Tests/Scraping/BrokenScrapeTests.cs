using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetrics.AspNetCore.Tests.Scraping;

public class BrokenScrapeTests
{
    private const int MoreSeriesThanBuffersHold = 100_000;

    [Fact]
    public async Task BreaksTheConnectionRatherThanEndABodyEarly()
    {
        var time = new ManualTime();
        await using var app = await LoopbackApp.StartAsync(
            app => app.MapMetrics(),
            services => services.AddSingleton<TimeProvider>(time));
        using var group = new ManySeries(app.Registry);
        for (var i = 0; i < MoreSeriesThanBuffersHold; i++)
        {
            group.Touched(i).Inc();
        }

        using var response = await app.Client.GetAsync("/metrics", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1_000]);
        time.Elapse();
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(Stream.Null));
    }
}
