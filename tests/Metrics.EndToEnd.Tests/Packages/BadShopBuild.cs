using System.Text.Json;
using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests.Packages;

/// <summary>The sample that is wrong in each way, copied, and built once on the packages with a log in SARIF.</summary>
public sealed class BadShopBuild(PackageFeed feed) : IAsyncLifetime, IDisposable
{
    private const string Repository = "repository";

    private readonly FreshProjects _projects = new(feed);

    internal RuleOutput Output { get; private set; } = new(0, "", "");

    /// <summary>The only run of the log.</summary>
    internal JsonElement Run { get; private set; }

    public async Task InitializeAsync()
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "nuget.config", "samples/Directory.Build.props" }.Concat(Sources()))
        {
            _projects.Write($"{Repository}/{file}", File.ReadAllText(BuildOutput.RepositoryRoot + file));
        }

        Output = await _projects.BuildAsync(
            $"{Repository}/samples/BadShop", $"-p:TypedMetricsVersion={feed.Version}", "-p:ErrorLog=bad.sarif%2cversion=2.1");
        using var log = JsonDocument.Parse(_projects.Read($"{Repository}/samples/BadShop/bad.sarif"));
        Run = log.RootElement.GetProperty("runs")[0].Clone();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _projects.Dispose();

    private static IEnumerable<string> Sources() => Directory.GetFiles(BuildOutput.RepositoryRoot + "samples/BadShop")
        .Select(static file => "samples/BadShop/" + Path.GetFileName(file));
}
