using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Analyzers.Tests.Provenance;
using TypedMetrics.Analyzers.Tests.Rules;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Robustness;

/// <summary>No analyzer throws, whatever it is given. <see cref="AnalyzerTest.RunAsync"/> fails on any exception.</summary>
public class RobustnessTests
{
    [Fact]
    public async Task FindsValuesInEveryCornerOfTheLanguage() =>
        await new AnalyzerTest { IsGenerated = true }.With(Source("Features.source")).VerifyAsync(new ValueOriginAnalyzer());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task SurvivesMissingTokens(int seed)
    {
        var random = new Random(seed);
        var test = new AnalyzerTest { IsBroken = true, IsGenerated = seed % 2 == 0 }.WithAspNetCore().WithPlain(CorpusContext.Source, "/Context.cs");
        foreach (var (file, source) in Sources())
        {
            test.With(TokenDeletion.Apply(Markup.Parse(file, source).Text, random, oneIn: 10 * seed), file);
        }

        await test.RunAsync([.. RuleCatalogue.Analyzers]);
    }

    [Fact]
    public async Task SurvivesTheProjectsOwnSources()
    {
        var test = new AnalyzerTest { IsBroken = true };
        var folders = new[] { Path.Combine("src", "Metrics.Generators"), Path.Combine("src", "Metrics.CodeFixes"), Path.Combine("tests", "Metrics.Analyzers.Tests") };
        var files = folders
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(RuleCatalogue.RepositoryFolder, folder), "*.cs", SearchOption.AllDirectories))
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();
        Assert.True(files.Count > 100);
        foreach (var file in files)
        {
            test.WithPlain(await File.ReadAllTextAsync(file), file);
        }

        await test.RunAsync([.. RuleCatalogue.Analyzers]);
    }

    [Fact]
    public async Task SurvivesDeepExpressions()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("text", 400));
        var nested = string.Concat(Enumerable.Repeat("Same(", 150)) + "text" + string.Concat(Enumerable.Repeat(")", 150));
        var chain = string.Concat(Enumerable.Range(1, 400).Select(static i => $"var a{i} = a{i - 1} + a{i - 1};\n"));
        await new AnalyzerTest().With(
            $$"""
            public static partial class M
            {
                [Counter("a_total")] public static partial Counter A([MaxValues(5)] string value);

                static string Same(string text) => text;

                static void Run(string text)
                {
                    M.A({{sum}}).Inc();
                    M.A({{nested}}).Inc();
                    var a0 = text;
                    {{chain}}
                    M.A(a400).Inc();
                    string Fold(string one, int times) => times == 0 ? one : Fold(Fold(one, times - 1), times - 2);
                    M.A(Fold(text, 30)).Inc();
                }
            }
            """).VerifyAsync(new ValueOriginAnalyzer());
    }

    private static IEnumerable<(string File, string Text)> Sources()
    {
        yield return ("/Features.cs", Source("Features.source").Replace("class M", "class N", StringComparison.Ordinal));
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
