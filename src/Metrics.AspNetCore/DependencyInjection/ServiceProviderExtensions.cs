using Microsoft.Extensions.DependencyInjection;

namespace TypedMetrics.AspNetCore.DependencyInjection;

internal static class ServiceProviderExtensions
{
    /// <summary>The registry that the application has registered, else the default one.</summary>
    public static CollectorRegistry GetCollectorRegistry(this IServiceProvider services) =>
        services.GetService<CollectorRegistry>() ?? CollectorRegistry.Default;
}
