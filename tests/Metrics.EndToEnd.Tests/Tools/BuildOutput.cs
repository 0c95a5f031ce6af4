using System.Reflection;

namespace TypedMetrics.EndToEnd.Tests.Tools;

/// <summary>Where the build put what these tests start; the project file hands it over as assembly metadata.</summary>
internal static class BuildOutput
{
    public static string RepositoryRoot => Metadata("RepositoryRoot");

    public static string CheckoutWeb => Metadata("CheckoutWeb");

    public static string CheckoutConsole => Metadata("CheckoutConsole");

    /// <summary>Where packages of others lie that these tests' own restore has brought.</summary>
    public static string GlobalPackages => Metadata("GlobalPackages");

    private static string Metadata(string key) => typeof(BuildOutput).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
