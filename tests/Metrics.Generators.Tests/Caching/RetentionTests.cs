using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Caching;

/// <summary>What the steps keep holds nothing of a compilation, so that an editor's last one can be collected.</summary>
public class RetentionTests
{
    private const string Declarations = """
        using TypedMetrics;

        namespace Shop;

        public enum Kind { A, B = 4 }

        [LabelSet]
        public record struct Labels(bool Warm, [OneOf("x")] string Text);

        [OpenLabel(5)]
        public readonly partial struct Tenant;

        /// <summary>The first group.</summary>
        [MetricGroup(Prefix = "first_", ConstantLabels = ["part=one"])]
        public static partial class First
        {
            /// <summary>Orders of a <see cref="Tenant"/>.</summary>
            [Counter("orders_total")]
            public static partial Counter Orders(Kind kind, Labels labels, Tenant tenant);

            [Histogram("size_bytes", Buckets = [1, 2.5])]
            public static partial Histogram Size { get; }

            [StateSet("kind")]
            public static partial StateSet<Kind> Kind([MaxValues(3)] string part);

            [ObservableGauge("depth")]
            private static int Depth(Kind kind) => (int)kind;
        }

        public partial class Second
        {
            [Gauge("second_level")]
            public partial Gauge Level([InRange(1, 5)] int shelf);

            [Summary("second_wait_seconds")]
            public partial Summary Wait { get; }

            [Info("second_build")]
            public partial Info Build([MaxValues(3)] string version);
        }
        """;

    private const string Unrelated = "namespace Shop { class Unrelated { public int X = 1; } }";

    // The compiler's own steps, from which ours take what they need.
    private static readonly HashSet<string> Compilers =
        ["Compilation", "compilationAndGroupedNodes_ForAttributeWithMetadataName"];

    [Fact]
    public void NoStepKeepsAPartOfACompilation()
    {
        var run = GeneratorRun.Of(Compilation()).Clean();
        var steps = Steps(run).ToList();
        Assert.True(steps.Select(static step => step.Name).ToHashSet().IsSupersetOf(
        [
            MetricsGenerator.Steps.OpenLabels,
            MetricsGenerator.Steps.Groups,
            MetricsGenerator.Steps.EachGroup,
            MetricsGenerator.Steps.CataloguedGroups,
            MetricsGenerator.Steps.Catalogue,
            MetricsGenerator.Steps.Assembly,
            "result_ForAttributeWithMetadataName",
        ]));
        Assert.All(
            steps.SelectMany(static step => step.Outputs).Select(static output => output.Value),
            static output => Assert.Empty(ObjectGraph.PartsOfACompilation(output)));
    }

    [Fact]
    public void ACompilationCanBeCollectedOnceTheNextOneHasRun()
    {
        var (driver, first) = RunTwice();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(first.IsAlive);
        Assert.Equal(4, driver.GetRunResult().GeneratedTrees.Length);
        GC.KeepAlive(driver);
    }

    /// <summary>Every step between the compiler's own and the files, whether it has a name or not.</summary>
    private static IEnumerable<IncrementalGeneratorRunStep> Steps(GeneratorRun run)
    {
        var seen = new HashSet<IncrementalGeneratorRunStep>();
        var waiting = new Stack<IncrementalGeneratorRunStep>(run.Result.TrackedOutputSteps.SelectMany(static steps => steps.Value));
        while (waiting.Count > 0)
        {
            var step = waiting.Pop();
            if (Compilers.Contains(step.Name ?? "") || !seen.Add(step))
            {
                continue;
            }

            yield return step;
            foreach (var (source, _) in step.Inputs)
            {
                waiting.Push(source);
            }
        }
    }

    // Its locals must not be those of the method that collects.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference First) RunTwice()
    {
        var first = Compilation();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new MetricsGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        driver = driver.RunGenerators(first);
        driver = driver.RunGenerators(first.Replace(file: 1, "= 1", "= 2"));
        return (driver, new WeakReference(first));
    }

    private static CSharpCompilation Compilation() => TestCompilation.Of("Shop", OutputKind.DynamicallyLinkedLibrary, Declarations, Unrelated);
}
