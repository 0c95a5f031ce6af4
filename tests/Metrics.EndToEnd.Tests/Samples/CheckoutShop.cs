using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests.Samples;

/// <summary>The web sample, running as a process of its own on loopback, without the traffic it makes itself.</summary>
internal sealed class CheckoutShop : IDisposable
{
    private readonly RunningProgram _program;

    private CheckoutShop(RunningProgram program, Uri address)
    {
        _program = program;
        Address = address;
        Client = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static async Task<CheckoutShop> StartAsync()
    {
        var program = RunningProgram.Start("dotnet", [BuildOutput.CheckoutWeb, "--urls", "http://127.0.0.1:0", "--traffic", "off"]);
        try
        {
            return new CheckoutShop(program, new Uri(await program.PrintedAsync(@"Now listening on: (http://\S+)")));
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    public Task<string> ScrapeTextAsync() => Client.GetStringAsync("/metrics");

    public async Task<string> ScrapeOpenMetricsAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation("Accept", "application/openmetrics-text;version=1.0.0");
        using var response = await Client.SendAsync(request);
        Assert.Equal("application/openmetrics-text", response.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync();
    }

    public void Dispose()
    {
        Client.Dispose();
        _program.Dispose();
    }
}
