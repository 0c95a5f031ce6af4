using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests.Packages;

/// <summary>The packages as <c>dotnet pack</c> makes them, in a folder feed, made once for all tests.</summary>
[CollectionDefinition(Collection)]
public sealed class PackageFeed : IAsyncLifetime, IDisposable, ICollectionFixture<PackageFeed>
{
    public const string Collection = "packages";

    private const string Projects = "Metrics.Runtime Metrics.AspNetCore Metrics.Analyzers";

    private readonly TemporaryFolder _folder = new();

    internal string Feed => _folder["feed"];

    /// <summary>Packages are unpacked here and not where earlier builds of the same version may lie.</summary>
    internal string Cache => _folder["cache"];

    internal string Version { get; private set; } = "";

    public async Task InitializeAsync()
    {
        foreach (var project in Projects.Split(' '))
        {
            var (exitCode, output) = await DotNet.RunAsync(
                ["pack", $"{BuildOutput.RepositoryRoot}src/{project}", "--output", Feed], _folder.Path);
            Assert.True(exitCode == 0, output);
        }

        Version = Path.GetFileNameWithoutExtension(Directory.GetFiles(Feed, "TypedMetrics.?.*.nupkg").Single())["TypedMetrics.".Length..];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();
}
