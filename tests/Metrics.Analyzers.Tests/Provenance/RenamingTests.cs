using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>Names decide nothing but MET203 and MET212.</summary>
public class RenamingTests
{
    public static TheoryData<string, int> Files()
    {
        var data = new TheoryData<string, int>();
        var seed = 1;
        foreach (var file in CorpusFile.All)
        {
            data.Add(file.Name, seed++);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task JudgesAlikeUnderOtherNames(string name, int seed)
    {
        var file = CorpusFile.All.Single(file => file.Name == name);
        var test = CorpusContext.NewTest();
        for (var i = 0; i < file.Cases.Length; i++)
        {
            foreach (var (source, text) in file.Cases[i].Files)
            {
                test.WithPlain(text, CorpusRun.PathOf(i, source));
            }
        }

        var (sources, renamed) = Renaming.Apply(test.Compile(), new Random(seed));
        Assert.True(renamed > file.Cases.Length / 2);
        var found = Verdicts(await CorpusContext.NewTest().WithSources(sources).RunAsync(new ValueOriginAnalyzer()));
        var run = await CorpusRun.OfAsync(file, CorpusForm.Own);
        for (var i = 0; i < file.Cases.Length; i++)
        {
            Assert.Equal($"{file.Cases[i].Title}: {string.Join(' ', Ids(run.FoundIn(i)))}", $"{file.Cases[i].Title}: {string.Join(' ', found[i])}");
        }
    }

    private static ILookup<int, string> Verdicts(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .GroupBy(static found => CorpusRun.CaseOf(found.Location.SourceTree!.FilePath))
            .SelectMany(static one => Ids(one).Select(id => (one.Key, Id: id)))
            .ToLookup(static one => one.Key, static one => one.Id);

    private static IEnumerable<string> Ids(IEnumerable<Diagnostic> found) =>
        found.Select(static one => one.Id).Where(static id => id != "MET212").Order(StringComparer.Ordinal);
}
