using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace TypedMetrics.AspNetCore.Tests.HttpMetrics;

public class HttpMetricsAllocationTests
{
    [Fact]
    public void AllocatesNothingForARequestThatIsHandledWithoutWaiting()
    {
        var registry = new CollectorRegistry();
        var builder = new ApplicationBuilder(new ServiceCollection().AddSingleton(registry).BuildServiceProvider());
        builder.UseHttpMetrics();
        builder.Run(static _ => Task.CompletedTask);
        var pipeline = builder.Build();
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = "/orders/17" } };
        context.SetEndpoint(new RouteEndpoint(pipeline, RoutePatternFactory.Parse("/orders/{id}"), 0, null, null));
        var handled = 0.0;

        Assert.Equal(0, TypedMetrics.Tests.Allocations.LeastOf(5, () => Handle(1_000)));
        Assert.Equal(handled, registry.GetSampleValue("http_server_requests_total", ("method", "GET"), ("route", "/orders/{id}"), ("status", "200")));

        void Handle(int requests)
        {
            for (var i = 0; i < requests; i++)
            {
                _ = pipeline(context);
            }

            handled += requests;
        }
    }
}
