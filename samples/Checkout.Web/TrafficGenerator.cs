using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Checkout;

/// <summary>
/// A few customers, so that the numbers move. Switched off by <c>--traffic off</c>, or <c>Traffic:Enabled</c> in the
/// configuration.
/// </summary>
internal sealed partial class TrafficGenerator(
    IServer server,
    IConfiguration configuration,
    IHostApplicationLifetime lifetime,
    ILogger<TrafficGenerator> logger) : BackgroundService
{
    private static readonly string[] Products = ["tea", "coffee", "espresso machine", "espresso machine with a grinder and a milk frother"];
    private static readonly string[] Off = ["off", "false", "0"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Off.Contains(configuration["Traffic:Enabled"], StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        using var client = new HttpClient { BaseAddress = Address() };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                using var response = await SendAsync(client, stoppingToken);
            }
            catch (HttpRequestException exception)
            {
                LogNoAnswer(exception.Message);
            }
        }
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, CancellationToken stopping) => Random.Shared.Next(20) switch
    {
        0 => client.DeleteAsync("/api/cart", stopping),
        1 => client.PostAsync("/api/cart/checkout", null, stopping),
        2 => client.GetAsync("/nowhere", stopping),
        < 6 => client.PostAsync("/orders", NextOrder(), stopping),
        < 12 => client.GetAsync($"/orders/{Random.Shared.Next(1, 30)}", stopping),
        < 16 => client.GetAsync("/api/cart", stopping),
        _ => client.GetAsync("/orders", stopping),
    };

    // A text and not a stream, so that the shop is told its length.
    private static StringContent NextOrder() => new(
        JsonSerializer.Serialize(new
        {
            ApiKey = Tenants.ApiKeys.ElementAt(Random.Shared.Next(Tenants.ApiKeys.Count)),
            Product = Products[Random.Shared.Next(Products.Length)],
        }),
        Encoding.UTF8,
        MediaTypeNames.Application.Json);

    /// <summary>The first address that the server listens on, as seen from this machine.</summary>
    private Uri Address()
    {
        var address = BindingAddress.Parse(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var host = address.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new Uri($"{address.Scheme}://{host}:{address.Port}");
    }

    [LoggerMessage(1, LogLevel.Warning, "A customer got no answer: {Message}")]
    private partial void LogNoAnswer(string message);
}
