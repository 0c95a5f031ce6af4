using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Analyzers.Tests.Provenance;
using TypedMetrics.Analyzers.Tests.Rules;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Robustness;

/// <summary>No analyzer throws, whatever it is given. <see cref="AnalyzerTest.RunAsync"/> fails on any exception.</summary>
public class RobustnessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task FindsValuesInEveryCornerOfTheLanguage() =>
        await new AnalyzerTest { IsGenerated = true }.With(Source("Features.source")).VerifyAsync(new ValueOriginAnalyzer());

    [Fact]
    public async Task SurvivesTheNewestOfTheLanguage() =>
        await RunAllAsync(new AnalyzerTest { IsGenerated = true }.WithPlain(Source("Modern.source"), "/Modern.cs"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task SurvivesBrokenSources(int seed)
    {
        var random = new Random(seed);
        var test = new AnalyzerTest { IsBroken = true, IsGenerated = seed % 2 == 0 }.WithAspNetCore().WithPlain(CorpusContext.Source, "/Context.cs");
        foreach (var (file, source) in Sample(Sources().ToList(), 150, random))
        {
            test.WithPlain(TokenNoise.Apply(Markup.Parse(file, source).Text, random, oneIn: 10 * seed), file);
        }

        await RunAllAsync(test);
    }

    [Fact]
    public async Task SurvivesTheProjectsOwnSources()
    {
        var test = new AnalyzerTest { IsBroken = true };
        foreach (var file in OwnFiles("src/Metrics.Generators", "src/Metrics.CodeFixes", "tests/Metrics.Analyzers.Tests"))
        {
            test.WithPlain(await File.ReadAllTextAsync(file), file);
        }

        await RunAllAsync(test);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task SurvivesTheProjectsOwnSourcesBroken(int seed)
    {
        var random = new Random(seed);
        var test = new AnalyzerTest { IsBroken = true };
        foreach (var file in Sample(OwnFiles("src", "tests/Metrics.Runtime.Tests"), 50, random))
        {
            test.WithPlain(TokenNoise.Apply(await File.ReadAllTextAsync(file), random, oneIn: 40), file);
        }

        await RunAllAsync(test);
    }

    [Theory]
    [MemberData(nameof(LargeSources.Names), MemberType = typeof(LargeSources))]
    public async Task EndsOnLargeAndCircularSources(string name) =>
        await RunAllAsync(new AnalyzerTest { IsBroken = LargeSources.IsBroken(name) }.WithPlain(LargeSources.Text(name), "/Large.cs"));

    private static async Task RunAllAsync(AnalyzerTest test) =>
        await test.RunAsync([.. RuleCatalogue.Analyzers]).WaitAsync(Patience);

    private static IEnumerable<T> Sample<T>(IReadOnlyList<T> all, int count, Random random) =>
        all.OrderBy(_ => random.Next()).Take(count);

    private static List<string> OwnFiles(params string[] folders)
    {
        var files = folders
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(RuleCatalogue.RepositoryFolder, folder), "*.cs", SearchOption.AllDirectories))
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(files.Count > 100);
        return files;
    }

    private static IEnumerable<(string File, string Text)> Sources()
    {
        yield return ("/Features.cs", Source("Features.source").Replace("class M", "class N", StringComparison.Ordinal));
        yield return ("/Modern.cs", Source("Modern.source"));
        foreach (var file in CorpusFile.All)
        {
            for (var i = 0; i < file.Cases.Length; i++)
            {
                foreach (var (name, text) in file.Cases[i].Files)
                {
                    yield return ($"/{file.Name}{i}/{name}", text);
                }
            }
        }

        foreach (var id in RulePage.AllIds)
        {
            yield return ($"/{id}Bad.cs", RulePage.Read(id).CodeOf("Bad"));
            yield return ($"/{id}Good.cs", RulePage.Read(id).CodeOf("Good"));
        }
    }

    private static string Source(string name)
    {
        using var reader = new StreamReader(typeof(RobustnessTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
