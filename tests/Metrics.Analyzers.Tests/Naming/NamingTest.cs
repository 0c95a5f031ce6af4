using System.Globalization;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.CodeFixes;
using TypedMetrics.Generators.Naming;

namespace TypedMetrics.Analyzers.Tests.Naming;

/// <summary>Runs the naming rules over one declaration; that it has no help text is not told each time.</summary>
internal static class NamingTest
{
    private const string Quiet = "[*.cs]\ndotnet_diagnostic.MET110.severity = none\n";

    /// <summary>A metric of that type, with the attribute's arguments.</summary>
    public static string Source(string type, string arguments, string parameters = "", string group = "") => $$"""
        {{group}}
        public static partial class ShopMetrics
        {
            [{{type}}({{arguments}})]
            public static partial {{type}} Metric({{parameters}});
        }
        """;

    /// <summary>Verifies the marked diagnostics of one metric.</summary>
    public static Task VerifyAsync(string type, string arguments, string parameters = "", string group = "") =>
        VerifySourceAsync(Source(type, arguments, parameters, group));

    public static async Task VerifySourceAsync(string source, string option = "") =>
        await new AnalyzerTest { EditorConfig = new(Quiet + option) }.With(source).VerifyAsync(new NamingAnalyzer());

    /// <summary>Verifies that the one diagnostic has that message.</summary>
    public static async Task SaysAsync(string message, string type, string arguments, string parameters = "", string group = "")
    {
        var found = await new AnalyzerTest { EditorConfig = new(Quiet) }
            .With(Source(type, arguments, parameters, group))
            .RunAsync(new NamingAnalyzer());
        Assert.Equal(message, Assert.Single(found).GetMessage(CultureInfo.InvariantCulture));
    }

    /// <summary>Verifies what the fix makes of the attribute's arguments.</summary>
    public static async Task FixesAsync(string fixedArguments, string type, string arguments, string parameters = "", string group = "") => Assert.Equal(
        Source(type, fixedArguments, parameters, group),
        await new CodeFixTest(new RenameFixProvider(), Source(type, arguments, parameters, group)).FixFirstAsync());

    /// <summary>Verifies that there is a diagnostic for which nothing is offered.</summary>
    public static async Task OffersNothingAsync(string source) =>
        Assert.Empty(await new CodeFixTest(new RenameFixProvider(), source).TitlesAsync());

    /// <summary>Verifies what "fix all" makes of several sources.</summary>
    public static async Task FixesAllAsync(IReadOnlyList<string> expected, params string[] sources) =>
        Assert.Equal(expected, await new CodeFixTest(new RenameFixProvider(), sources).FixAllAsync());

    /// <summary>Verifies that a pragma at the attribute silences the rule, which the same source without it has.</summary>
    public static async Task IsSilencedByPragmaAsync(string id, string type, string arguments, string parameters = "")
    {
        var plain = Source(type, arguments, parameters);
        Assert.Contains(id, await IdsAsync(plain));
        Assert.DoesNotContain(id, await IdsAsync(plain.Replace("    [", $"#pragma warning disable {id}\n    [", StringComparison.Ordinal)));
    }

    private static async Task<IEnumerable<string>> IdsAsync(string source) =>
        (await new AnalyzerTest().With(source).RunAsync(new NamingAnalyzer())).Select(static found => found.Id);
}
