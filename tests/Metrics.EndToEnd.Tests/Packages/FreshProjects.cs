using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests.Packages;

/// <summary>Projects as a user makes them, outside the repository, with our packages from the feed alone.</summary>
internal sealed class FreshProjects(PackageFeed feed) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Writes a project. A reference is a package of ours, or a project of these as <c>name/name.csproj</c>.</summary>
    public FreshProjects Add(string name, string sdk, string outputType, string[] references, string program)
    {
        var items = references.Select(reference => reference.EndsWith(".csproj", StringComparison.Ordinal)
            ? $"""<ProjectReference Include="../{reference}" />"""
            : $"""<PackageReference Include="{reference}" Version="{feed.Version}" />""");
        _folder.Write($"{name}/{name}.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>{outputType}</OutputType>
                <Version>{feed.Version}</Version>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>{string.Concat(items)}</ItemGroup>
            </Project>
            """);
        return Write($"{name}/Program.cs", program);
    }

    /// <summary>Writes a file; <c>$VERSION$</c> stands for the version of our packages.</summary>
    public FreshProjects Write(string path, string text)
    {
        _folder.Write(path, text.Replace("$VERSION$", feed.Version, StringComparison.Ordinal));
        return this;
    }

    public IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(_folder[folder], "*", SearchOption.AllDirectories).Select(Path.GetFileName)!;

    public string Read(string path) => File.ReadAllText(_folder[path]);

    public Task<(int ExitCode, string Output)> TryBuildAsync(string name) => RunAsync("build", name);

    /// <summary>Builds and returns what the rules say, a line each: <c>Shop/Orders.cs(7,29): warning MET210: …</c>.</summary>
    public async Task<RuleOutput> BuildAsync(string name, params string[] arguments)
    {
        var (exitCode, output) = await RunAsync("build", name, arguments);
        return new(exitCode, output, _folder.Path);
    }

    /// <summary>Builds without a warning and starts what was built.</summary>
    public async Task<RunningProgram> StartAsync(string name)
    {
        var (exitCode, output) = await TryBuildAsync(name);
        Assert.True(exitCode == 0 && output.Contains("0 Warning(s)", StringComparison.Ordinal), output);
        return RunningProgram.Start("dotnet", [_folder[$"{name}/bin/Debug/net10.0/{name}.dll"], "--urls", "http://127.0.0.1:0"], _folder.Path);
    }

    /// <summary>Packs a library into the feed.</summary>
    public async Task PackAsync(string name)
    {
        var (exitCode, output) = await RunAsync("pack", name, "--output", feed.Feed);
        Assert.True(exitCode == 0, output);
    }

    public void Dispose() => _folder.Dispose();

    private Task<(int ExitCode, string Output)> RunAsync(string verb, string name, params string[] arguments) => DotNet.RunAsync(
        [verb, name, .. arguments], _folder.Path, ("RestoreSources", feed.Feed), ("NUGET_PACKAGES", feed.Cache), ("RestoreFallbackFolders", BuildOutput.GlobalPackages));
}
