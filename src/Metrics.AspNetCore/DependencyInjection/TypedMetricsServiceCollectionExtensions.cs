using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TypedMetrics;
using TypedMetrics.AspNetCore.Control;
using TypedMetrics.AspNetCore.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts metric groups and registries into dependency injection.</summary>
public static class TypedMetricsServiceCollectionExtensions
{
    /// <summary>
    /// Adds a non-static metric group as a singleton. It is constructed when the host starts, so that its families are in
    /// the first scrape, in the registry from dependency injection, else in <see cref="CollectorRegistry.Default"/>, and it
    /// leaves that registry with the container. Its constructor may take other services too.
    /// </summary>
    /// <typeparam name="T">The group; one of its public constructors takes a <see cref="CollectorRegistry"/>.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddMetricGroup<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IServiceCollection services)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(static provider => ActivatorUtilities.CreateInstance<T>(provider, provider.GetCollectorRegistry()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, MetricGroupActivation<T>>());
        return services;
    }

    /// <summary>
    /// Adds a registry of the application's own, for its groups, <c>UseHttpMetrics</c> and <c>MapMetrics</c> to use instead
    /// of <see cref="CollectorRegistry.Default"/>. Static groups stay in the default registry.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets up the registry, once, before its first use.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddMetricsRegistry(this IServiceCollection services, Action<CollectorRegistry>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider =>
        {
            var registry = new CollectorRegistry { TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System };
            configure?.Invoke(registry);
            return registry;
        });
        return services;
    }

    /// <summary>
    /// Lets configuration change metrics while the program runs: the children of the section are called like metrics, theirs like the
    /// properties of <see cref="MetricControl"/>. A change of the configuration holds from the next scrape on, and takes the place of
    /// <see cref="CollectorRegistry.Controls"/> as a whole. What cannot be read is logged and left out.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, such as <c>Configuration.GetSection("Metrics")</c>.</param>
    /// <param name="registry">
    /// What is controlled. Unset: the registry from dependency injection, else <see cref="CollectorRegistry.Default"/>.
    /// </param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddMetricControls(
        this IServiceCollection services, IConfiguration section, CollectorRegistry? registry = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        return services.AddSingleton<IHostedService>(provider => new ConfiguredControls(
            registry ?? provider.GetCollectorRegistry(), section, provider.GetRequiredService<ILoggerFactory>().CreateLogger("TypedMetrics")));
    }
}
