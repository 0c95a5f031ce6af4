using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetrics.Generators;

namespace TypedMetrics.GeneratorCost;

/// <summary>
/// The generator as an editor runs it, in a process that is warm: a thousand instruments from nothing, and the keystrokes after that.
/// Beside it generators that write the same files without or with having the compiler bind what they depend on, which no generator
/// can do without, and one that has the compiler search for the attributes.
/// </summary>
internal static class GenerationCost
{
    private const int Groups = 100;
    private const int Services = 200;
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Parse);

    public static void Measure(int rounds)
    {
        var sources = Sources();
        var cold = Stopwatch.StartNew();
        var written = Full(new MetricsGenerator(), sources).Driver.GetRunResult().Results.Single().GeneratedSources;
        Console.WriteLine($"{Groups * SyntheticGroups.InstrumentsPerGroup} instruments in {Groups} groups and {Services} other files; the first run of the process takes {cold.ElapsedMilliseconds} ms");

        Run("the generator", static () => new MetricsGenerator(), sources, rounds);
        (string Name, string Text)[] files = [.. written.Select(static source => (source.HintName, source.SourceText.ToString()))];
        string[] groups = [.. Enumerable.Range(0, Groups).Select(static group => $"Synthetic.Metrics{group}")];
        Run("the same files, nothing looked at", () => new GivenFiles(files, []), sources, rounds);
        Run("the same files, attributes bound", () => new GivenFiles(files, groups), sources, rounds);
        Run("finding the attributes alone", static () => new AttributeFinder(), sources, rounds);
    }

    private static void Run(string name, Func<IIncrementalGenerator> generator, string[] sources, int rounds)
    {
        var full = new Figures($"{name}: everything");
        var unrelated = new Figures($"{name}: a keystroke in an unrelated file");
        var pauses = new Figures($"{name}: everything, of which pauses of the garbage collector");
        var group = new Figures($"{name}: a keystroke in a group's file, outside of its instruments");
        var help = new Figures($"{name}: a keystroke in the help of an instrument");
        var allocated = 0L;
        for (var round = -rounds; round < rounds; round++)
        {
            var (driver, compilation, cost) = Full(generator(), sources);
            if (round >= 0)
            {
                full.Add(cost.Time);
                pauses.Add(cost.Pauses);
                allocated = cost.Allocated;
            }

            var isWarm = round >= 0;
            (driver, compilation) = Edit(driver, compilation, Groups + 1, "amount + 0", "amount + 1", isWarm ? unrelated : null);
            (driver, compilation) = Edit(driver, compilation, 1, "// typed", "// typed more", isWarm ? group : null);
            _ = Edit(driver, compilation, 1, "came up", "has come up", isWarm ? help : null);
        }

        foreach (var figures in new[] { full, pauses, unrelated, group, help })
        {
            Console.WriteLine(figures);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {allocated / 1e6:F1} MB allocated by everything"));
    }

    private static string[] Sources() =>
    [
        SyntheticGroups.Types,
        .. Enumerable.Range(0, Groups).Select(static group => SyntheticGroups.Group(group) + "// typed\n"),
        .. Enumerable.Range(0, Services).Select(SyntheticGroups.Service),
    ];

    // The symbols of the compilation are new, too: an editor keeps none from before an edit.
    private static (GeneratorDriver Driver, CSharpCompilation Compilation, (TimeSpan Time, TimeSpan Pauses, long Allocated) Cost) Full(IIncrementalGenerator generator, string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            "Synthetic",
            sources.Select(static (source, i) => CSharpSyntaxTree.ParseText(source, Options, $"File{i}.cs", Encoding.UTF8)),
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        // What every compilation does for itself, with or without a generator.
        _ = compilation.GetTypeByMetadataName("System.Object");
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Options);
        var (pauses, allocated) = (GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes(precise: true));
        var clock = Stopwatch.StartNew();
        driver = driver.RunGenerators(compilation);
        return (driver, compilation, (clock.Elapsed, GC.GetTotalPauseDuration() - pauses, GC.GetTotalAllocatedBytes(precise: true) - allocated));
    }

    private static (GeneratorDriver Driver, CSharpCompilation Compilation) Edit(
        GeneratorDriver driver, CSharpCompilation compilation, int file, string old, string replacement, Figures? figures)
    {
        var tree = compilation.SyntaxTrees[file];
        var changed = tree.GetText().Replace(tree.ToString().IndexOf(old, StringComparison.Ordinal), old.Length, replacement);
        compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(changed));
        _ = compilation.GetTypeByMetadataName("System.Object");
        var clock = Stopwatch.StartNew();
        driver = driver.RunGenerators(compilation);
        figures?.Add(clock.Elapsed);
        return (driver, compilation);
    }
}
