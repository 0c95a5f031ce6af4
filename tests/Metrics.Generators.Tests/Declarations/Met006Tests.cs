using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>A name declared twice, or a clash of exposed names.</summary>
public class Met006Tests
{
    [Theory]
    [InlineData("Counter", "x_total", "Counter", "x_total")]
    [InlineData("Counter", "x_total", "Counter", "x")]
    [InlineData("Counter", "x", "Gauge", "x")]
    [InlineData("Gauge", "x", "Histogram", "x")]
    [InlineData("Histogram", "x", "Counter", "x_count")]
    [InlineData("Histogram", "x", "Counter", "x_count_total")]
    [InlineData("Histogram", "x", "Gauge", "x_sum")]
    [InlineData("Histogram", "x", "Gauge", "x_bucket")]
    [InlineData("Histogram", "x", "Gauge", "x_created")]
    [InlineData("Summary", "x", "Counter", "x_count")]
    [InlineData("Summary", "x", "Gauge", "x_sum")]
    [InlineData("Summary", "x", "Gauge", "x")]
    [InlineData("Counter", "x_total", "Gauge", "x_created")]
    [InlineData("Gauge", "x_total", "Counter", "x")]
    public async Task ReportsTheLaterOfTwoThatExposeOneName(string firstType, string first, string secondType, string second)
    {
        await DeclarationCheck.Verify(Group("One", firstType, $"\"{first}\"") + Group("Two", secondType, $"{{|MET006:\"{second}\"|}}"));
        await DeclarationCheck.Verify(Group("One", secondType, $"\"{second}\"") + Group("Two", firstType, $"{{|MET006:\"{first}\"|}}"));
    }

    [Fact]
    public Task ReportsNamesThatPrefixesMakeEqual() => DeclarationCheck.Verify(
        """
        [MetricGroup(Prefix = "a_")] static partial class One { [Gauge("b_c")] public static partial Gauge X { get; } }
        [MetricGroup(Prefix = "a_b_")] static partial class Two { [Gauge({|MET006:"c"|})] public static partial Gauge X { get; } }
        """);

    [Fact]
    public Task ReportsOverloadsOfOneName() => DeclarationCheck.Verify(
        """
        static partial class One
        {
            [Counter("x_total")] public static partial Counter X(bool a);
            [Counter({|MET006:"x_total"|})] public static partial Counter X(bool a, bool b);
        }
        """);

    [Fact]
    public async Task PointsToTheEarlierOne()
    {
        var diagnostic = Assert.Single(await DeclarationCheck.Verify(Group("One", "Histogram", "\"h\"") + Group("Two", "Gauge", "{|MET006:\"h_count\"|}")));
        Assert.Equal(
            "Gauge 'h_count' of 'Two.X' clashes with the histogram 'h' of 'One.X': both expose 'h_count'; rename one of them",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Single(diagnostic.AdditionalLocations);
    }

    [Theory]
    [InlineData("Counter", "x_total", "Gauge", "x_totals")]
    [InlineData("Gauge", "x", "Gauge", "x_count")]
    [InlineData("Gauge", "x", "Gauge", "x_created")]
    [InlineData("Histogram", "x", "Counter", "x_created_total", "MET006")]
    [InlineData("Gauge", "x", "Gauge", "X")]
    public Task TellsNamesApart(string firstType, string first, string secondType, string second, string expected = "") => DeclarationCheck.Verify(
        Group("One", firstType, $"\"{first}\"") + Group("Two", secondType, expected.Length > 0 ? $"{{|MET006:\"{second}\"|}}" : $"\"{second}\""));

    [Fact]
    public async Task ReportsAClashWithAReference()
    {
        var library = Reference("Library", Group("One", "Histogram", "\"h\""));
        var diagnostics = await Analyze(Group("Two", "Gauge", "\"h_sum\"") + Group("Three", "Gauge", "\"fine\""), library);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("MET006", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(
            "Gauge 'h_sum' of 'Two.X' clashes with the histogram 'h' of the referenced assembly 'Library': both expose 'h_sum'; rename one of them",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(diagnostic.Location.IsInSource);
    }

    [Fact]
    public async Task WarnsOfAClashBetweenReferences()
    {
        var one = Reference("LibraryOne", Group("One", "Counter", "\"x_total\""));
        var two = Reference("LibraryTwo", Group("Two", "Counter", "\"x_total\""));
        var diagnostic = Assert.Single(await Analyze("class Nothing;", one, two));
        Assert.Equal(("MET006", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(Location.None, diagnostic.Location);
        Assert.Contains("'LibraryOne'", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("'LibraryTwo'", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(Group("One", "Gauge", "\"x\"") + Group("Two", "Gauge", "{|MET006:\"x\"|}"));

    private static MetadataReference Reference(string name, string source) =>
        new LoadedProgram().Add(GeneratorRun.Of(TestCompilation.Of(name, OutputKind.DynamicallyLinkedLibrary, "using TypedMetrics;\n" + source)).Clean());

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string source, params MetadataReference[] references) =>
        (await DeclarationCheck.Analyze(TestCompilation.Library("using TypedMetrics;\n" + source).AddReferences(references))).Diagnostics;

    private static string Group(string name, string type, string metric) =>
        $"public static partial class {name} {{ [{type}({metric})] public static partial {type} X {{ get; }} }}\n";
}
