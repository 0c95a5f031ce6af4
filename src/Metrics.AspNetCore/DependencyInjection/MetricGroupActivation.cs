using Microsoft.Extensions.Hosting;

namespace TypedMetrics.AspNetCore.DependencyInjection;

/// <summary>Has a metric group constructed when the host starts, so that its families are in the first scrape.</summary>
internal sealed class MetricGroupActivation<T>(T group) : IHostedService
    where T : class
{
    public T Group { get; } = group;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
