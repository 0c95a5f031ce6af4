using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Catalogue;

/// <summary>Compiles and loads programs: their metrics are in the first scrape, used or not.</summary>
public class RegistrationTests
{
    private const string Main = "public static class Program { public static void Main() { } }";

    [Fact]
    public void ShowsAnUnusedGroupInTheFirstScrape()
    {
        var program = new LoadedProgram();
        program.Add(Compile("OwnProgram", OutputKind.ConsoleApplication, Group("Own", "registration_own_total") + Main));
        program.Call("OwnProgram", "Program", "Main");
        Assert.Equal(["registration_own_total 0"], Scrape.Samples(CollectorRegistry.Default, "registration_own"));
    }

    [Fact]
    public void ShowsTheMetricsOfReferencedLibrariesInTheFirstScrape()
    {
        var program = new LoadedProgram();
        var deep = program.Add(Compile("Deep.Library-1", OutputKind.DynamicallyLinkedLibrary, Group("Deep", "registration_deep_total")));
        var library = program.Add(Compile(
            "Library", OutputKind.DynamicallyLinkedLibrary, Group("Shallow", "registration_shallow_total") + "public class Uses { public static void Deep() => global::Deep.X.Inc(); }", deep));
        program.Add(Compile("ReferringProgram", OutputKind.ConsoleApplication, Main, library, deep));
        Assert.Empty(Scrape.Samples(CollectorRegistry.Default, "registration_deep"));

        program.Call("ReferringProgram", "Program", "Main");
        Assert.Equal(["registration_deep_total 0"], Scrape.Samples(CollectorRegistry.Default, "registration_deep"));
        Assert.Equal(["registration_shallow_total 0"], Scrape.Samples(CollectorRegistry.Default, "registration_shallow"));
    }

    [Fact]
    public void ReachesALibraryBehindAnAlias()
    {
        var program = new LoadedProgram();
        var library = program.Add(Compile("AliasedLibrary", OutputKind.DynamicallyLinkedLibrary, Group("Aliased", "registration_aliased_total")), "hidden");
        program.Add(Compile("AliasingProgram", OutputKind.ConsoleApplication, Main, library));
        program.Call("AliasingProgram", "Program", "Main");
        Assert.Equal(["registration_aliased_total 0"], Scrape.Samples(CollectorRegistry.Default, "registration_aliased"));
    }

    [Fact]
    public void StartsWithoutALibraryThatIsMissing()
    {
        var missing = new LoadedProgram().Add(Compile("MissingLibrary", OutputKind.DynamicallyLinkedLibrary, Group("Missing", "registration_missing_total")));
        var program = new LoadedProgram();
        program.Add(Compile("LonelyProgram", OutputKind.ConsoleApplication, Group("Lonely", "registration_lonely_total") + Main, missing));
        program.Call("LonelyProgram", "Program", "Main");
        Assert.Equal(["registration_lonely_total 0"], Scrape.Samples(CollectorRegistry.Default, "registration_lonely"));
    }

    [Fact]
    public void CountsBesideATypeInitializerThatThrows()
    {
        var program = new LoadedProgram();
        program.Add(Compile(
            "ThrowingProgram",
            OutputKind.ConsoleApplication,
            """
            public static partial class Throwing
            {
                private static readonly int Broken = int.Parse("x", System.Globalization.CultureInfo.InvariantCulture);
                [TypedMetrics.Counter("registration_throwing_total")] public static partial TypedMetrics.Counter X { get; }
                public static int Read() => Broken;
            }

            public static class Program
            {
                public static void Main()
                {
                    try { Throwing.Read(); } catch (System.TypeInitializationException) { }
                    Throwing.X.Inc();
                }
            }
            """));

        program.Call("ThrowingProgram", "Program", "Main");
        Assert.Equal(["registration_throwing_total 1"], Scrape.Samples(CollectorRegistry.Default, "registration_throwing"));
    }

    [Fact]
    public void RegistersALibraryOnceWhoeverAsks()
    {
        var program = new LoadedProgram();
        var library = program.Add(Compile("SharedLibrary", OutputKind.DynamicallyLinkedLibrary, Group("Shared", "registration_shared_total")));
        program.Add(Compile("FirstProgram", OutputKind.ConsoleApplication, Main, library));
        program.Add(Compile("SecondProgram", OutputKind.ConsoleApplication, "public static class Program { public static void Main() => Shared.X.Inc(); }", library));
        program.Call("FirstProgram", "Program", "Main");
        program.Call("SecondProgram", "Program", "Main");
        program.Call("SecondProgram", "Program", "Main");
        Assert.Equal(["registration_shared_total 2"], Scrape.Samples(CollectorRegistry.Default, "registration_shared"));
        Assert.DoesNotContain(CollectorRegistry.Default.Problems, static problem => problem.ToString()!.Contains("registration_shared", StringComparison.Ordinal));
    }

    [Fact]
    public void LeavesALibrarysReferencesToTheProgram()
    {
        var library = new LoadedProgram().Add(Compile("BelowLibrary", OutputKind.DynamicallyLinkedLibrary, Group("Below", "registration_below_total")));
        var middle = Compile("MiddleLibrary", OutputKind.DynamicallyLinkedLibrary, "public class Nothing;", library);
        Assert.Empty(middle.Sources);
    }

    private static GeneratorRun Compile(string name, OutputKind kind, string source, params MetadataReference[] references) =>
        GeneratorRun.Of(TestCompilation.Of(name, kind, source).AddReferences(references)).Clean();

    private static string Group(string name, string metric) =>
        $"public static partial class {name} {{ [TypedMetrics.Counter(\"{metric}\")] public static partial TypedMetrics.Counter X {{ get; }} }}\n";
}
