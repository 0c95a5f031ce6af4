namespace TypedMetrics.EndToEnd.Tests.Tools;

/// <summary>The programs of others that judge our output, as Debian ships them.</summary>
internal static class ExternalTool
{
    public const string Prometheus = "prometheus";

    public const string Promtool = "promtool";

    /// <summary>Debian's own interpreter: the one that sees the package python3-prometheus-client.</summary>
    public const string OpenMetricsParser = "python3-prometheus-client";

    private const string DebianPython = "/usr/bin/python3";

    private const string DebianPrometheusClient = "/usr/lib/python3/dist-packages/prometheus_client";

    /// <summary>The file to start for a tool, or <see langword="null"/> where it is not installed.</summary>
    public static string? Find(string tool) => tool == OpenMetricsParser
        ? File.Exists(DebianPython) && Directory.Exists(DebianPrometheusClient) ? DebianPython : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}
