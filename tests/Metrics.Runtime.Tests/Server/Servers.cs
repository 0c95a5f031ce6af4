using TypedMetrics.Server;

namespace TypedMetrics.Runtime.Tests.Server;

/// <summary>Servers for tests: IPv4 loopback, a free port, silent.</summary>
internal static class Servers
{
    public static MetricsServer Start(
        CollectorRegistry registry,
        Func<MetricsServerOptions, MetricsServerOptions>? configure = null,
        HttpLimits? limits = null)
    {
        var options = new MetricsServerOptions { Host = "127.0.0.1", Registry = registry, Quiet = true };
        return MetricsServer.Start(0, configure?.Invoke(options) ?? options, limits ?? new HttpLimits());
    }
}
