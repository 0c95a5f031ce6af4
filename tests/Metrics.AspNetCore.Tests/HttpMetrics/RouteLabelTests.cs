using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetrics.AspNetCore.Tests.HttpMetrics;

public class RouteLabelTests
{
    [Theory]
    [InlineData("/orders/17", "/orders/{id:int}")]
    [InlineData("/api/cart/items/tea", "/api/cart/items/{name}")]
    [InlineData("/api/cart", "/api/cart")]
    [InlineData("/relative", "/relative")]
    [InlineData("/mvc/conventional/warehouse/stock/12", "/mvc/conventional/Warehouse/Stock/{id?}")]
    [InlineData("/mvc/conventional", "/mvc/conventional/Warehouse/Index/{id?}")]
    [InlineData("/mvc/shelves/7", "/mvc/shelves/{shelf}")]
    [InlineData("/secret-token-1", "/{*rest}")]
    public async Task IsTheTemplate(string path, string template)
    {
        await using var app = await ShopAsync(_ => { });
        Assert.Equal(200, await app.StatusAsync(path));
        await app.CountedAsync(1, "GET", template, "200");
        Assert.Equal(1, app.Durations("GET", template));
    }

    [Fact]
    public async Task IsTheTemplateWhereRoutingComesLater()
    {
        await using var app = await ShopAsync(app => app.UseRouting());
        Assert.Equal(200, await app.StatusAsync("/orders/17"));
        await app.CountedAsync(1, "GET", "/orders/{id:int}", "200");
    }

    [Fact]
    public async Task IsTheTemplateOfShortCircuitedEndpointsWhereRoutingComesLater()
    {
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics();
            app.UseRouting();
            app.MapGet("/quick/{id}", () => "quick").ShortCircuit();
        });
        Assert.Equal(200, await app.StatusAsync("/quick/1"));
        await app.CountedAsync(1, "GET", "/quick/{id}", "200");
    }

    [Fact]
    public async Task IsSharedByAllRequestsThatNothingMatches()
    {
        await using var app = await LoopbackApp.StartAsync(app => app.UseHttpMetrics());
        Assert.Equal(404, await app.StatusAsync("/secret-token-1"));
        Assert.Equal(404, await app.StatusAsync("/secret-token-2?secret-token-3"));
        await app.CountedAsync(2, "GET", "unmatched", "404");
        Assert.DoesNotContain("secret-token", app.Exposition(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsUnmatchedWhereOnlyAnErrorPageAnswered()
    {
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics();
            app.UseStatusCodePagesWithReExecute("/error/{0}");
            app.MapGet("/error/{status}", (int status) => Results.Text($"Sorry: {status}"));
            app.MapGet("/orders/{id}", () => Results.NotFound());
        });
        Assert.Equal(404, await app.StatusAsync("/nowhere"));
        Assert.Equal(404, await app.StatusAsync("/orders/1"));
        await app.CountedAsync(1, "GET", "unmatched", "404");
        await app.CountedAsync(1, "GET", "/orders/{id}", "404");
    }

    [Fact]
    public async Task IsUnmatchedForAMethodThatTheRouteDoesNotTake()
    {
        await using var app = await ShopAsync(_ => { });
        Assert.Equal(405, await app.StatusAsync("/api/cart", HttpMethod.Patch));
        await app.CountedAsync(1, "PATCH", "unmatched", "405");
    }

    [Fact]
    public async Task IsOtherPastItsMaximum()
    {
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics();
            for (var i = 0; i < 201; i++)
            {
                app.MapGet($"/route-{i}", () => "");
            }
        });
        for (var i = 0; i < 201; i++)
        {
            Assert.Equal(200, await app.StatusAsync($"/route-{i}"));
        }

        await app.CountedAsync(1, "GET", "other", "200");
        Assert.Equal(1, app.Requests("GET", "/route-199", "200"));
    }

    private static Task<LoopbackApp> ShopAsync(Action<WebApplication> afterHttpMetrics) => LoopbackApp.StartAsync(
        app =>
        {
            app.UseHttpMetrics();
            afterHttpMetrics(app);
            app.MapGet("/orders/{id:int}", (int id) => id);
            app.MapGroup("/api").MapGroup("cart").MapGet("items/{name}", (string name) => name);
            app.MapGroup("/api/cart").MapGet("/", () => "");
            app.MapGet("relative", () => "");
            app.MapControllerRoute("default", "mvc/conventional/{controller=Warehouse}/{action=Index}/{id?}");
            app.MapFallback("/{*rest}", () => "").WithMetadata(new HttpMethodMetadataOfGet());
        },
        services => services.AddControllers().AddApplicationPart(typeof(WarehouseController).Assembly));

    private sealed class HttpMethodMetadataOfGet : Microsoft.AspNetCore.Routing.IHttpMethodMetadata
    {
        public bool AcceptCorsPreflight => false;

        public IReadOnlyList<string> HttpMethods => ["GET"];
    }
}
