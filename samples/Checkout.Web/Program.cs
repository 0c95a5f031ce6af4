using Checkout;
using TypedMetrics;
using TypedMetrics.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddCommandLine(args, new Dictionary<string, string>
{
    ["--traffic"] = "Traffic:Enabled",
    ["--created"] = "Metrics:Created",
});
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listener => listener.CountConnections()));
builder.Services.AddSingleton<OrderBook>();
builder.Services.AddHostedService<TrafficGenerator>();
builder.Services.AddProblemDetails();
builder.Services.AddMetricControls(builder.Configuration.GetSection("Metrics:Controls"));     // see appsettings.json

Tracing.Start();                // exemplars of shop_http_request_duration_seconds
var app = builder.Build();
Build.Tell();                   // shop_build_info
var book = app.Services.GetRequiredService<OrderBook>();
CollectorRegistry.Default.AddBeforeScrape(() => ShopMetrics.OrdersKept.Set(book.Count));
app.UseHttpMetrics();           // http_server_…: every request, by route template
app.UseExceptionHandler();
app.MapShop();                  // shop_…: what the shop itself declares
app.MapMetrics("/metrics", new MetricsEndpointOptions { Created = app.Configuration.GetValue("Metrics:Created", false) });
app.Lifetime.ApplicationStarted.Register(() =>
{
    foreach (var address in app.Urls)
    {
        Console.WriteLine($"Shop: {address}/orders and {address}/api/cart, metrics: {address}/metrics");
    }
});
app.Run();
