using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>What the analyzer reports in the cases of one file, which are compiled together, in one form.</summary>
internal sealed class CorpusRun
{
    private static readonly ConcurrentDictionary<(CorpusFile, CorpusForm, bool), Lazy<Task<CorpusRun>>> Runs = new();

    private readonly ILookup<int, Diagnostic> _found;

    private CorpusRun(ILookup<int, Diagnostic> found) => _found = found;

    /// <summary>The run of a file, made once.</summary>
    public static Task<CorpusRun> OfAsync(CorpusFile file, CorpusForm form, bool withNames = true) =>
        Runs.GetOrAdd((file, form, withNames), static key => new(() => AnalyzeAsync(key.Item1, key.Item2, key.Item3))).Value;

    /// <summary>The sources of a case, or <see langword="null"/> where it has no such form.</summary>
    public static IReadOnlyList<(string Name, string Text)>? SourcesOf(CorpusFile file, int index, CorpusForm form) =>
        form == CorpusForm.Own ? file.Cases[index].Files : MeterForm.Of(file.Cases[index], index);

    public static string PathOf(int index, string name) => string.Create(CultureInfo.InvariantCulture, $"/Case{index}/{name}");

    /// <summary>The case that a source belongs to, or -1.</summary>
    public static int CaseOf(string path) =>
        path.StartsWith("/Case", StringComparison.Ordinal) ? int.Parse(path["/Case".Length..].Split('/')[0], CultureInfo.InvariantCulture) : -1;

    public ImmutableArray<Diagnostic> FoundIn(int index) => [.. _found[index]];

    /// <summary>Whether a case is judged rightly.</summary>
    public bool IsRight(CorpusCase one, int index, bool withNames = true)
    {
        var found = FoundIn(index);
        return one.Verdict != Verdict.Bad
            ? found.IsEmpty
            : withNames || !one.IsByName
                ? !found.IsEmpty && found.All(report => one.Ids.IsEmpty || one.Ids.Contains(report.Id))
                : found.IsEmpty;
    }

    private static async Task<CorpusRun> AnalyzeAsync(CorpusFile file, CorpusForm form, bool withNames)
    {
        var test = CorpusContext.NewTest(withNames ? "" : """
            dotnet_diagnostic.MET203.severity = none
            dotnet_diagnostic.MET212.severity = none
            """);
        for (var i = 0; i < file.Cases.Length; i++)
        {
            foreach (var (name, text) in SourcesOf(file, i, form) ?? [])
            {
                test.WithPlain(text, PathOf(i, name));
            }
        }

        var diagnostics = await test.RunAsync(new ValueOriginAnalyzer());
        return new(diagnostics.ToLookup(static found => CaseOf(found.Location.SourceTree!.FilePath)));
    }
}
