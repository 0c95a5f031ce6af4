namespace TypedMetrics.Server;

/// <summary>Tells whether the process runs inside a container.</summary>
internal static class ContainerDetection
{
    private static readonly string[] Runtimes = ["docker", "kubepods", "containerd", "libpod", "lxc", "crio", "podman"];

    /// <summary>Whether this process does.</summary>
    public static bool IsInContainer() =>
        IsInContainer(Environment.GetEnvironmentVariable, File.Exists, ReadOrNull);

    /// <summary>
    /// Looks at what .NET's images set (<c>DOTNET_RUNNING_IN_CONTAINER</c>), what Kubernetes sets, the marker files of Docker and
    /// Podman, and the control group of the first process, which names the container runtime under cgroup v1.
    /// </summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="exists">Whether a file is there.</param>
    /// <param name="read">Reads a file; <see langword="null"/> where it cannot.</param>
    public static bool IsInContainer(Func<string, string?> variable, Func<string, bool> exists, Func<string, string?> read) =>
        variable("DOTNET_RUNNING_IN_CONTAINER") is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase))
        || !string.IsNullOrEmpty(variable("KUBERNETES_SERVICE_HOST"))
        || exists("/.dockerenv")
        || exists("/run/.containerenv")
        || (read("/proc/1/cgroup") is { } groups && Runtimes.Any(name => groups.Contains(name, StringComparison.Ordinal)));

    private static string? ReadOrNull(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
