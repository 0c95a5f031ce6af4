using System.Text.RegularExpressions;

namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>The families that the default registry exposes by itself.</summary>
internal static partial class BuiltInFamilies
{
    private const string Metric = "provoked_total";

    // Goes wrong in each way that the library counts.
    private static readonly MarkdownPage Provocation = MarkdownPage.Parse("provocation.md", $$"""
        ```csharp
        using TypedMetrics;

        public static partial class Provocation
        {
            /// <summary>What is counted does not matter.</summary>
            [Counter("{{Metric}}", MaxSeries = 1)]
            public static partial Counter Provoked([MaxValues(2)] string text);
        }

        public sealed class ThrowingCollector : ICollector
        {
            public void Collect(MetricSink sink) => throw new InvalidOperationException();
        }
        ```

        ```csharp
        GC.Collect();
        foreach (var text in new[] { "a", "b", "c" })
        {
            Provocation.Provoked(text).Inc();
            Provocation.Provoked(text).Inc(double.NaN);
            Provocation.Provoked(text).Inc(1, Exemplar.Of("no name", text));
        }

        CollectorRegistry.Default.Register(new ThrowingCollector());
        ```
        """);

    /// <summary>Their names, as queries have them, and their types in OpenMetrics.</summary>
    public static async Task<IReadOnlyList<(string Name, string Type)>> ReadAsync()
    {
        var compilation = PageCompilation.Of(Provocation).Single();
        var program = PageProgram.Load(compilation);
        foreach (var block in compilation.Chapter.Blocks)
        {
            await program.RunAsync(block);
        }

        return [.. TypeLine().Matches(program.Scrape(openMetrics: true)).Select(static match => (NameOf(match), match.Groups[2].Value)).Where(static family => family.Item1 != Metric)];
    }

    private static string NameOf(Match match) => match.Groups[1].Value + match.Groups[2].Value switch
    {
        "counter" => "_total",
        "info" => "_info",
        _ => "",
    };

    [GeneratedRegex("^# TYPE ([^ ]+) (.+)$", RegexOptions.Multiline)]
    private static partial Regex TypeLine();
}
