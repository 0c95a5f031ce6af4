using Microsoft.AspNetCore.Builder;

namespace TypedMetrics.AspNetCore.Tests.Scraping;

public class ProblemLogTests
{
    [Fact]
    public async Task WritesTheProblemsOfTheRegistryToTheLog()
    {
        var registry = new CollectorRegistry();
        registry.Register(new FailingCollector(new InvalidOperationException("an earlier failure")));
        registry.GetSampleValue("anything");
        using var log = new RecordedLog();
        await using var app = await LoopbackApp.StartAsync(app => app.MapMetrics("/metrics", registry), log: log);
        registry.Register(new FailingCollector(new TimeoutException("a later failure")));
        Assert.Equal(200, await app.StatusAsync("/metrics"));
        Assert.Equal(200, await app.StatusAsync("/metrics"));
        Assert.Single(log.Warnings, warning => warning.Contains("an earlier failure", StringComparison.Ordinal));
        Assert.Single(log.Warnings, warning => warning.Contains("a later failure", StringComparison.Ordinal));
    }

    private sealed class FailingCollector(Exception failure) : ICollector
    {
        public void Collect(MetricSink sink) => throw failure;
    }
}
