using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Caching;

/// <summary>What is kept from run to run: each row is an edit and, for every step, what became of its outputs.</summary>
public class CachingTests
{
    private const string First = """
        using TypedMetrics;

        namespace Shop;

        /// <summary>The first group.</summary>
        [MetricGroup(Prefix = "first_")]
        public static partial class First
        {
            /// <summary>Orders.</summary>
            [Counter("orders_total")]
            public static partial Counter Orders(Kind kind, Labels labels);

            [Histogram("size_bytes", Buckets = [1, 2.5])]
            public static partial Histogram Size { get; }
        }

        public enum Kind { A, B }

        [LabelSet]
        public record struct Labels(bool Warm, [OneOf("x")] string Text);
        """;

    private const string Second = """
        using TypedMetrics;

        namespace Shop;

        public partial class Second
        {
            [Gauge("second_level")]
            public partial Gauge Level([InRange(1, 5)] int shelf);
        }
        """;

    private const string OpenType = """
        using TypedMetrics;

        namespace Shop;

        [OpenLabel(5)]
        public readonly partial struct Tenant;
        """;

    private const string Unrelated = "namespace Shop { class Unrelated { public int X = 1; } }";

    // Columns: each group; what the catalogue needs of each; the catalogue; the assembly; the files.
    [Theory]
    [InlineData("the same input", "Cached", "Cached", "Cached", "Cached", "Cached Cached Cached")]
    [InlineData("an equal text", "Cached", "Cached", "Cached", "Unchanged", "Cached Cached Cached")]
    [InlineData("a comment above", "Cached", "Cached", "Cached", "Unchanged", "Cached Cached Cached")]
    [InlineData("a file more", "Cached", "Cached", "Cached", "Unchanged", "Cached Cached Cached")]
    [InlineData("an edit elsewhere", "Cached", "Cached", "Cached", "Unchanged", "Cached Cached Cached")]
    [InlineData("a body elsewhere in the group", "Cached", "Cached", "Cached", "Unchanged", "Cached Cached Cached")]
    [InlineData("a third group", "New Unchanged Unchanged", "Cached Cached New", "Modified", "Unchanged", "Cached Cached Modified New")]
    [InlineData("no second group", "Removed Unchanged", "Cached Removed", "Modified", "Unchanged", "Cached Modified Removed")]
    [InlineData("another help", "Modified Unchanged", "Cached Modified", "Modified", "Unchanged", "Cached Modified Modified")]
    [InlineData("another value of an enum", "Modified Unchanged", "Cached Modified", "Modified", "Unchanged", "Cached Modified Modified")]
    [InlineData("another bound of a set", "Modified Unchanged", "Cached Modified", "Modified", "Unchanged", "Cached Modified Modified")]
    [InlineData("other remarks", "Modified Unchanged", "Cached Unchanged", "Cached", "Unchanged", "Cached Cached Modified")]
    [InlineData("another name of a parameter", "Modified Unchanged", "Cached Unchanged", "Cached", "Unchanged", "Cached Cached Modified")]
    public void RedoesOnlyWhatAnEditTouches(string edit, string groups, string catalogued, string catalogue, string assembly, string files)
    {
        var before = Compilation(First, Second, Unrelated);
        var first = GeneratorRun.Of(before).Clean();
        var second = GeneratorRun.Next(first.Driver, Edited(before, edit)).Clean();

        Assert.Equal(groups == "Cached" ? "Cached Cached" : groups, StepReasons.Of(second, MetricsGenerator.Steps.EachGroup));
        Assert.Equal(catalogued == "Cached" ? "Cached Cached" : catalogued, StepReasons.Of(second, MetricsGenerator.Steps.CataloguedGroups));
        Assert.Equal(catalogue, StepReasons.Of(second, MetricsGenerator.Steps.Catalogue));
        Assert.Equal(assembly, StepReasons.Of(second, MetricsGenerator.Steps.Assembly));
        Assert.Equal(files, StepReasons.OfFiles(second));
    }

    // Columns: open labels; each group; the files.
    [Theory]
    [InlineData("the same input", "Cached", "Cached Cached", "Cached Cached Cached Cached")]
    [InlineData("a comment above", "Cached", "Cached Cached", "Cached Cached Cached Cached")]
    [InlineData("an edit elsewhere", "Cached", "Cached Cached", "Cached Cached Cached Cached")]
    [InlineData("another help", "Cached", "Modified Unchanged", "Cached Cached Modified Modified")]
    [InlineData("another open label", "Cached New", "Cached Cached", "Cached Cached Cached Cached New")]
    [InlineData("another maximum", "Modified", "Cached Cached", "Cached Cached Cached Modified")]
    public void RedoesOnlyTheOpenLabelThatAnEditTouches(string edit, string openLabels, string groups, string files)
    {
        var before = Compilation(First, Second, Unrelated, OpenType);
        var first = GeneratorRun.Of(before).Clean();
        var second = GeneratorRun.Next(first.Driver, Edited(before, edit)).Clean();

        Assert.Equal(openLabels, StepReasons.Of(second, MetricsGenerator.Steps.OpenLabels));
        Assert.Equal(groups, StepReasons.Of(second, MetricsGenerator.Steps.EachGroup));
        Assert.Equal(files, StepReasons.OfFiles(second));
    }

    [Fact]
    public void WritesAGroupAnewWhenTheMaximumOfItsOpenLabelChanges()
    {
        var before = Compilation(
            "using TypedMetrics; [OpenLabel(5)] public readonly partial struct Tenant;",
            "using TypedMetrics; public static partial class Group { [Counter(\"orders_total\")] public static partial Counter Orders(Tenant tenant); }");
        var second = GeneratorRun.Next(GeneratorRun.Of(before).Clean().Driver, before.Replace(0, "(5)", "(6)")).Clean();
        Assert.Equal("Modified", StepReasons.Of(second, MetricsGenerator.Steps.EachGroup));
        Assert.Contains("at most 8 series", second.Source("Group.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void WritesTheSameAfterAnEditAsFromTheStart()
    {
        var before = Compilation(First, Second, Unrelated);
        foreach (var edit in new[] { "another help", "a third group", "no second group", "another value of an enum" })
        {
            var edited = Edited(before, edit);
            var kept = GeneratorRun.Next(GeneratorRun.Of(before).Driver, edited);
            var fresh = GeneratorRun.Of(edited);
            Assert.Equal(
                fresh.Sources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString()),
                kept.Sources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString()));
        }
    }

    [Fact]
    public void FollowsAReferenceThatGainsMetrics()
    {
        var executable = TestCompilation.Of("Program", OutputKind.ConsoleApplication, "class P { static void Main() { } }");
        var first = GeneratorRun.Of(executable);
        Assert.Empty(first.Sources);

        var library = new LoadedProgram().Add(GeneratorRun.Of(TestCompilation.Of("Library", OutputKind.DynamicallyLinkedLibrary, First)).Clean());
        var second = GeneratorRun.Next(first.Driver, executable.AddReferences(library)).Clean();
        Assert.Equal("Modified", StepReasons.Of(second, MetricsGenerator.Steps.Assembly));
        Assert.Contains("Library", second.Source("TypedMetrics.Registration.g.cs"), StringComparison.Ordinal);
    }

    private static CSharpCompilation Compilation(params string[] sources) =>
        TestCompilation.Of("Shop", OutputKind.DynamicallyLinkedLibrary, sources);

    private static CSharpCompilation Edited(CSharpCompilation compilation, string edit) => edit switch
    {
        "the same input" => compilation,
        "an equal text" => compilation.Replace(0, "using", "using"),
        "a comment above" => compilation.Replace(0, "namespace Shop;", "// A comment.\nnamespace Shop;\n"),
        "a file more" => Add(compilation, "class More;"),
        "an edit elsewhere" => compilation.Replace(2, "= 1", "= 2"),
        "a body elsewhere in the group" => compilation.Replace(1, "shelf);", "shelf); private static int Twice(int x) => x * 2;"),
        "a third group" => Add(compilation, "using TypedMetrics; static partial class Third { [Gauge(\"third\")] public static partial Gauge X { get; } }"),
        "another open label" => Add(compilation, "using TypedMetrics; [OpenLabel(7)] partial struct More;"),
        "another maximum" => compilation.Replace(3, "(5)", "(6)"),
        "no second group" => compilation.RemoveSyntaxTrees(compilation.SyntaxTrees[1]),
        "another help" => compilation.Replace(0, "Orders.", "Orders placed."),
        "another value of an enum" => compilation.Replace(0, "{ A, B }", "{ A, B, C }"),
        "another bound of a set" => compilation.Replace(0, "OneOf(\"x\")", "OneOf(\"x\", \"y\")"),
        "other remarks" => compilation.Replace(0, "Orders.</summary>", "Orders.</summary>\n    /// <remarks>Really.</remarks>"),
        "another name of a parameter" => compilation.Replace(0, "Orders(Kind kind", "Orders([Label(\"kind\")] Kind sort"),
        _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, null),
    };

    private static CSharpCompilation Add(CSharpCompilation compilation, string source) =>
        compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, "FileMore.cs", System.Text.Encoding.UTF8));
}
