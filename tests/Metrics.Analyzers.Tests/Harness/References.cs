using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Analyzers.Tests.Harness;

/// <summary>What the sources under test compile against: the shared frameworks that these tests run on, and the runtime.</summary>
internal static class References
{
    private static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static ImmutableArray<MetadataReference> Framework { get; } = OfFolder(RuntimeFolder);

    public static MetadataReference Runtime { get; } = MetadataReference.CreateFromFile(typeof(CounterAttribute).Assembly.Location);

    public static ImmutableArray<MetadataReference> AspNetCore { get; } = OfFolder(AspNetCoreFolder());

    private static ImmutableArray<MetadataReference> OfFolder(string folder) =>
        [.. Directory.GetFiles(folder, "*.dll").Where(IsManaged).Select(static file => MetadataReference.CreateFromFile(file))];

    private static bool IsManaged(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = new System.Reflection.PortableExecutable.PEReader(stream);
        return reader.HasMetadata;
    }

    /// <summary>The shared framework beside the one that is running: its version, else the highest of the major version.</summary>
    private static string AspNetCoreFolder()
    {
        var version = Path.GetFileName(RuntimeFolder);
        var versions = Path.Combine(RuntimeFolder, "..", "..", "Microsoft.AspNetCore.App");
        var exact = Path.Combine(versions, version);
        return Directory.Exists(exact)
            ? exact
            : Directory.GetDirectories(versions, version.Split('.')[0] + ".*").OrderBy(static folder => folder, StringComparer.Ordinal).Last();
    }
}
