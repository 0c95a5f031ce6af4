using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMetrics.Generators.Tests.Harness;

/// <summary>A run of the generator: what it wrote, and what the compiler says of the whole.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, Compilation output)
    {
        Driver = driver;
        Output = output;
        Result = driver.GetRunResult().Results.Single();
    }

    public GeneratorDriver Driver { get; }

    public Compilation Output { get; }

    public GeneratorRunResult Result { get; }

    public ImmutableArray<GeneratedSourceResult> Sources => Result.GeneratedSources;

    /// <summary>Everything that the compiler has to say, but that the test's own types are not documented.</summary>
    public IEnumerable<Diagnostic> Complaints => Output.GetDiagnostics().Where(static diagnostic =>
        diagnostic.Severity >= DiagnosticSeverity.Warning
        && !(diagnostic.Id == "CS1591" && TestCompilation.IsTestFile(diagnostic.Location.SourceTree)));

    public static GeneratorRun Of(CSharpCompilation compilation)
    {
        var driver = NewDriver((CSharpParseOptions)compilation.SyntaxTrees.First().Options);
        return Next(driver, compilation);
    }

    /// <summary>A run that can use what an earlier one kept.</summary>
    public static GeneratorRun Next(GeneratorDriver driver, CSharpCompilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return new(driver, output);
    }

    /// <summary>The text of the file with that name.</summary>
    public string Source(string hintName) =>
        Sources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>This run, which neither the generator nor the compiler objects to.</summary>
    public GeneratorRun Clean()
    {
        Assert.Null(Result.Exception);
        Assert.Empty(Result.Diagnostics);
        var complaints = string.Join("\n", Complaints.Select(static complaint => $"{complaint}\n{complaint.Location.SourceTree}"));
        Assert.True(complaints.Length == 0, complaints);
        return this;
    }

    private static CSharpGeneratorDriver NewDriver(CSharpParseOptions options) => CSharpGeneratorDriver.Create(
        [new MetricsGenerator().AsSourceGenerator()],
        parseOptions: options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
