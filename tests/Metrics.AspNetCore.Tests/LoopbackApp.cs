using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TypedMetrics.AspNetCore.Tests;

/// <summary>An application on a free port of the loopback interface, with a registry of its own, and a client to it.</summary>
internal sealed class LoopbackApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackApp(WebApplication app, CollectorRegistry registry)
    {
        _app = app;
        Registry = registry;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public CollectorRegistry Registry { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Raised by the application's own signal that it is about to stop; the server goes on.</summary>
    public void AnnounceStop() => _app.Lifetime.StopApplication();

    public static async Task<LoopbackApp> StartAsync(
        Action<WebApplication> configure,
        Action<IServiceCollection>? services = null,
        ILoggerProvider? log = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        var registry = new CollectorRegistry();
        services?.Invoke(builder.Services);
        builder.Services.AddSingleton(registry);
        var app = builder.Build();
        configure(app);
        await app.StartAsync();
        return new LoopbackApp(app, registry);
    }

    public async Task<int> StatusAsync(string path, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        using var response = await Client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
