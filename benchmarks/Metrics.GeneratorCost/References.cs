using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.GeneratorCost;

/// <summary>The running framework and the runtime library, to compile against.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> All { get; } = Find();

    private static MetadataReference[] Find()
    {
        var framework = RuntimeEnvironment.GetRuntimeDirectory();
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return
        [
            .. trusted.Where(path => path.StartsWith(framework, StringComparison.Ordinal)).Select(static path => MetadataReference.CreateFromFile(path)),
            MetadataReference.CreateFromFile(typeof(CounterAttribute).Assembly.Location),
        ];
    }
}
