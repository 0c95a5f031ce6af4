using System.IO.Compression;
using TypedMetrics.EndToEnd.Tests.Packages;

namespace TypedMetrics.EndToEnd.Tests;

/// <summary>The package of analyzers alone, in projects that know nothing of TypedMetrics.</summary>
[Collection(PackageFeed.Collection)]
public class AnalyzerPackageTests(PackageFeed feed)
{
    /// <summary>Line 12 counts by a number of its own, line 13 by one of two words.</summary>
    private const string Shop = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.Metrics;

        public static class Shop
        {
            private static readonly Meter Meter = new Meter("Shop");
            private static readonly Counter<long> Orders = Meter.CreateCounter<long>("orders");

            public static void Place(bool paid)
            {
                Orders.Add(1, new KeyValuePair<string, object?>("order", Guid.NewGuid().ToString()));
                Orders.Add(1, new KeyValuePair<string, object?>("state", paid ? "paid" : "open"));
            }
        }
        """;

    [Theory]
    [InlineData("net10.0", 1)]
    [InlineData("netstandard2.0", 1)]
    [InlineData("net10.0;netstandard2.0", 2)]
    public async Task ReportsInEachTargetFrameworkAndReferencesNothing(string frameworks, int times)
    {
        using var projects = new FreshProjects(feed).Write("Shop/Shop.cs", Shop).Write("Shop/Shop.csproj", Project(frameworks));
        var build = await projects.BuildAsync("Shop");
        Assert.Equal(Enumerable.Repeat("Shop/Shop.cs(12,66): warning MET210", times), build.Short);
        Assert.True(build.ExitCode == 0 && !build.Output.Contains("warning NU", StringComparison.Ordinal), build.Output);
        Assert.DoesNotContain(projects.FilesIn("Shop/bin"), static file => file.Contains("TypedMetrics", StringComparison.Ordinal));
    }

    [Fact]
    public void HasAnalyzersAndFixesAndNoDependency()
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Feed, $"TypedMetrics.Analyzers.{feed.Version}.nupkg"));
        Assert.Equal(
            ["TypedMetrics.Analyzers.CodeFixes.dll", "TypedMetrics.Analyzers.dll"],
            package.Entries.Where(static entry => entry.FullName.StartsWith("analyzers/dotnet/roslyn4.8/cs/", StringComparison.Ordinal)).Select(static entry => entry.Name));
        Assert.DoesNotContain(package.Entries, static entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal) || entry.FullName.StartsWith("ref/", StringComparison.Ordinal));
        using var reader = new StreamReader(package.GetEntry("TypedMetrics.Analyzers.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();
        Assert.Contains("<developmentDependency>true</developmentDependency>", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependenc", nuspec, StringComparison.Ordinal);
    }

    /// <summary>The library has both packages, the program has the analyzers and gets the generator through the library.</summary>
    [Fact]
    public async Task ReportsOnceBesideThePackageThatHasTheGenerator()
    {
        using var projects = new FreshProjects(feed)
            .Write("Library/Library.cs", Shop.Replace("class Shop", "class Library", StringComparison.Ordinal))
            .Write("Library/Library.csproj", Project("net10.0", """<PackageReference Include="TypedMetrics" Version="$VERSION$" />"""))
            .Write("Shop/Shop.cs", Shop)
            .Write("Shop/Shop.csproj", Project("net10.0", """<ProjectReference Include="../Library/Library.csproj" />""", "<TypedMetricsRules>recommended</TypedMetricsRules>"));
        var build = await projects.BuildAsync("Shop");
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Equal(["Library/Library.cs(12,66): warning MET210", "Shop/Shop.cs(12,66): warning MET210"], build.Short);
    }

    [Fact]
    public async Task OnePropertySetsAllSeverities()
    {
        using var projects = new FreshProjects(feed).Write("Shop/Shop.cs", Shop).Write("Shop/Shop.csproj", Project("net10.0"));
        var observed = await projects.BuildAsync("Shop", "-p:TypedMetricsRules=observe", "-warnaserror", "-p:TreatWarningsAsErrors=true");
        Assert.True(observed.ExitCode == 0, observed.Output);
        Assert.Equal(["Shop/Shop.cs(12,66): warning MET210"], observed.Short);

        var strict = await projects.BuildAsync("Shop", "--no-restore", "-p:TypedMetricsRules=Strict");
        Assert.Equal((1, "Shop/Shop.cs(12,66): error MET210"), (strict.ExitCode, Assert.Single(strict.Short)));

        projects.Write("Shop/.editorconfig", "[*.cs]\ndotnet_diagnostic.MET210.severity = none\n");
        var own = await projects.BuildAsync("Shop", "--no-restore", "-p:TypedMetricsRules=strict");
        Assert.True(own.ExitCode == 0 && own.Lines.Count == 0, own.Output);

        var unknown = await projects.BuildAsync("Shop", "--no-restore", "-p:TypedMetricsRules=relaxed");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("error : TypedMetricsRules is 'relaxed'. It can be observe, recommended or strict.", unknown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptsWhatAnOldCodeBaseHasAndFailsForWhatIsNew()
    {
        using var projects = new FreshProjects(feed).Write("Shop/Shop.csproj", Project("net10.0;netstandard2.0")).Write("Shop/Shop.cs", Shop.Replace(
            "    public static void Place",
            """
                #if NET10_0
                public static void Ship(Exception error) => Orders.Add(1, new KeyValuePair<string, object?>("error", error.Message));
                #endif

                public static void Place
            """,
            StringComparison.Ordinal));
        var accepted = await projects.BuildAsync("Shop", "-p:AcceptMetricsFindings=true", "-p:TypedMetricsRules=strict");
        Assert.True(accepted.ExitCode == 0 && accepted.Lines.Count == 0, accepted.Output);
        const string File = """
            # Findings of the metrics rules that this project accepts; any other is reported. Written by:
            # dotnet build -p:AcceptMetricsFindings=true
            MET210 | Shop.cs | 1 | Orders.Add(1, new KeyValuePair<string, object?>("order", Guid.NewGuid().ToString()));
            MET210 | Shop.cs | net10.0: 1 | public static void Ship(Exception error) => Orders.Add(1, new KeyValuePair<string, object?>("error", error.Message));

            """;
        Assert.Equal(File.ReplaceLineEndings("\n"), projects.Read("Shop/metrics.findings.txt"));

        var unchanged = await projects.BuildAsync("Shop", "--no-restore", "-p:TypedMetricsRules=strict");
        Assert.True(unchanged.ExitCode == 0 && unchanged.Lines.Count == 0, unchanged.Output);

        // Moved, and beside it a new one; the other is gone.
        projects.Write("Shop/Shop.cs", Shop.Replace(
            "    public static void Place",
            """
                public static void Cancel() => Orders.Add(1, new KeyValuePair<string, object?>("cancelled", Guid.NewGuid()));

                public static void Place
            """,
            StringComparison.Ordinal));
        var changed = await projects.BuildAsync("Shop", "--no-restore", "-p:TypedMetricsRules=strict");
        Assert.Equal(1, changed.ExitCode);
        Assert.Equal(
            ["Shop/Shop.cs(10,97): error MET210", "Shop/Shop.cs(10,97): error MET210", "Shop/metrics.findings.txt(4,1): error MET299"],
            changed.Short);
    }

    private static string Project(string frameworks, string items = "", string properties = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>{frameworks}</TargetFrameworks>
            <LangVersion>12</LangVersion>
            <Nullable>annotations</Nullable>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="TypedMetrics.Analyzers" Version="$VERSION$" />
            <PackageReference Include="System.Diagnostics.DiagnosticSource" Version="8.0.1" Condition="'$(TargetFramework)' == 'netstandard2.0'" />
            {items}
          </ItemGroup>
        </Project>
        """;
}
