using System.Reflection;

namespace Checkout;

/// <summary>The build that runs, as <c>shop_build_info</c> tells it.</summary>
internal static class Build
{
    /// <summary>Tells it: the version, and the commit that the SDK appends to it where there is a repository.</summary>
    public static void Tell()
    {
        var parts = typeof(Build).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+');
        ShopMetrics.Build(parts?[0] ?? "unknown", parts is { Length: > 1 } ? parts[1] : "unknown").Set();
    }
}
