using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TypedMetrics.AspNetCore.Tests.Scraping;

public class ScrapeAuthorizationTests
{
    [Fact]
    public async Task TakesAuthorization()
    {
        await using var app = await LoopbackApp.StartAsync(
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapMetrics().RequireAuthorization();
            },
            services =>
            {
                services.AddAuthorization();
                services.AddAuthentication("Scraper").AddScheme<AuthenticationSchemeOptions, ScraperToken>("Scraper", null);
            });
        Assert.Equal(401, await app.StatusAsync("/metrics"));
        Assert.Equal(401, await app.StatusAsync("/metrics", HttpMethod.Post));
        app.Client.DefaultRequestHeaders.Add("Authorization", "Bearer scraper");
        Assert.Equal(200, await app.StatusAsync("/metrics"));
    }

    private sealed class ScraperToken(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers.Authorization == "Bearer scraper"
                ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity("Scraper")), "Scraper"))
                : AuthenticateResult.NoResult());
    }
}
