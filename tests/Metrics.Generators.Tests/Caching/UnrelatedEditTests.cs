using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Caching;

/// <summary>
/// Edits that concern no instrument write nothing anew; one in a group's file writes that group, and the registration only where the
/// catalogue says something else.
/// </summary>
public class UnrelatedEditTests
{
    private const string Registration = "TypedMetrics.Registration.g.cs";

    private const string Group = """
        using TypedMetrics;

        [assembly: System.Reflection.AssemblyVersion("1.0.0.0")]

        namespace Library;

        /// <summary>Metrics of a library.</summary>
        public static partial class LibraryMetrics
        {
            [Counter("library_calls_total", "Calls.")]
            public static partial Counter Calls(bool warm);
        }
        """;

    private const string Program = """
        using System;

        Console.WriteLine(Plain.Text);

        static class Plain
        {
            public const string Text = "plain";
        }
        """;

    [Theory]
    [InlineData("a letter", "\"plain\"", "\"plains\"")]
    [InlineData("a type", "static class Plain", "class Other;\n\nstatic class Plain")]
    [InlineData("a type named as an instrument", "static class Plain", "namespace Other { class Counter; }\n\nstatic class Plain")]
    [InlineData("a using", "using System;", "using System;\nusing System.Text;")]
    [InlineData("a using of the library", "using System;", "using System;\nusing TypedMetrics;")]
    [InlineData("a global using", "using System;", "global using TypedMetrics;\nusing System;")]
    [InlineData("a comment", "static class Plain", "// A comment.\nstatic class Plain")]
    [InlineData("a documentation comment", "static class Plain", "/// <summary>Plain.</summary>\nstatic class Plain")]
    [InlineData("white space", "\n\nConsole", "\n\n\n\n  Console")]
    [InlineData("an attribute", "static class Plain", "[Obsolete]\nstatic class Plain")]
    [InlineData("an error", "static class Plain", "static clas Plain")]
    public void WritesNothingAnewForAnEditElsewhere(string edit, string old, string replacement)
    {
        var before = Executable(Library(Group));
        var first = GeneratorRun.Of(before).Clean();
        var second = GeneratorRun.Next(first.Driver, before.Replace(file: 0, old, replacement));
        Assert.True(first.Sources.Length > 5, edit);
        Assert.Equal(Enumerable.Repeat("Cached", first.Sources.Length), StepReasons.OfFiles(second).Split(' '));
    }

    [Theory]
    [InlineData("another version", "1.0.0.0", "1.0.0.1")]
    [InlineData("a metric more", "public static partial class", "public static partial class MoreMetrics { [Gauge(\"level\")] public static partial Gauge Level { get; } }\n\npublic static partial class")]
    [InlineData("another help", "Calls.", "Calls made.")]
    public void WritesNothingAnewForAReferenceThatRegistersAsBefore(string edit, string old, string replacement)
    {
        Assert.Contains(old, Group, StringComparison.Ordinal);
        var library = Library(Group);
        var before = Executable(library);
        var first = GeneratorRun.Of(before).Clean();
        var second = GeneratorRun.Next(
            first.Driver, before.ReplaceReference(library, Library(Group.Replace(old, replacement, StringComparison.Ordinal)))).Clean();
        Assert.True(first.Source(Registration).Contains("Library", StringComparison.Ordinal), edit);
        Assert.Equal(Enumerable.Repeat("Cached", first.Sources.Length), StepReasons.OfFiles(second).Split(' '));
    }

    [Theory]
    [InlineData("a remark", "[Gauge(", "/// <remarks>Really.</remarks>\n    [Gauge(", false)]
    [InlineData("the name of a parameter", "int shelf", "[Label(\"shelf\")] int number", false)]
    [InlineData("a summary that becomes the help", "[Gauge(", "/// <summary>Level.</summary>\n    [Gauge(", true)]
    [InlineData("a bound", "InRange(1, 5)", "InRange(1, 6)", true)]
    [InlineData("a member more", "[Gauge(", "[Counter(\"more_total\")] public static partial Counter More { get; }\n    [Gauge(", true)]
    public void WritesOnlyTheGroupOfAnEdit(string edit, string old, string replacement, bool isTold)
    {
        var before = Executable(Library(Group));
        var first = GeneratorRun.Of(before).Clean();
        var second = GeneratorRun.Next(first.Driver, before.Replace(file: 3, old, replacement)).Clean();

        var changed = Changed(first, second);
        Assert.True(changed.SequenceEqual(isTold ? ["Groups.Group3.g.cs", Registration] : ["Groups.Group3.g.cs"]), $"{edit}: {string.Join(", ", changed)}");
        var written = StepReasons.OfFiles(second).Split(' ').Count(static reason => reason != "Cached");
        Assert.Equal(changed.Length, written);
    }

    private static string[] Changed(GeneratorRun first, GeneratorRun second) =>
    [
        .. second.Sources
            .Where(source => source.SourceText.ToString() != first.Source(source.HintName))
            .Select(static source => source.HintName)
            .Order(StringComparer.Ordinal),
    ];

    private static CSharpCompilation Executable(MetadataReference library) => TestCompilation.Of(
        "Program",
        OutputKind.ConsoleApplication,
        [
            Program,
            "using TypedMetrics; namespace Groups; [OpenLabel(5)] public readonly partial struct Tenant;",
            .. Enumerable.Range(2, 5).Select(static number => $$"""
                using TypedMetrics;

                namespace Groups;

                public static partial class Group{{number}}
                {
                    [Gauge("group{{number}}_level")]
                    public static partial Gauge Level([InRange(1, 5)] int shelf);

                    [Counter("group{{number}}_visits_total", "Visits.")]
                    public static partial Counter Visits(Tenant tenant);
                }
                """),
        ]).AddReferences(library);

    private static MetadataReference Library(string source) =>
        new LoadedProgram().Add(GeneratorRun.Of(TestCompilation.Of("Library", OutputKind.DynamicallyLinkedLibrary, source)).Clean());
}
