namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>
/// Runs the code of a page in its order, and holds each exposition that it shows against a scrape at that place. An
/// <c>exposition</c> block is text 0.0.4, an <c>openmetrics</c> block OpenMetrics 1.0.0.
/// </summary>
internal static class PageRun
{
    private const string TextInfo = "exposition";
    private const string OpenMetricsInfo = "openmetrics";

    public static bool HasExpositions(MarkdownPage page) => page.Fences.Any(IsExposition);

    public static async Task<IReadOnlyList<string>> ComplaintsAsync(MarkdownPage page)
    {
        var complaints = new List<string>();
        var compilations = PageCompilation.Of(page);
        for (var i = 0; i < compilations.Count; i++)
        {
            var end = i + 1 < compilations.Count ? compilations[i + 1].Chapter.Blocks[0].Line : int.MaxValue;
            var expositions = page.Fences.Where(fence => IsExposition(fence) && fence.Line > compilations[i].Chapter.Blocks[0].Line && fence.Line < end).ToList();
            if (expositions.Count > 0)
            {
                complaints.AddRange(await RunAsync(page, compilations[i], expositions));
            }
        }

        return complaints;
    }

    private static async Task<IReadOnlyList<string>> RunAsync(MarkdownPage page, PageCompilation compilation, List<Fence> expositions)
    {
        var complaints = new List<string>();
        var program = PageProgram.Load(compilation);
        var blocks = new Queue<CodeBlock>(compilation.Chapter.Blocks);
        foreach (var shown in expositions)
        {
            while (blocks.TryPeek(out var block) && block.Line < shown.Line)
            {
                await program.RunAsync(blocks.Dequeue());
            }

            var exposition = program.Scrape(shown.Info == OpenMetricsInfo);
            if (!new ExpositionExcerpt(shown.Text).IsIn(exposition))
            {
                complaints.Add($"{page.Path}({shown.Line}): the scrape does not have these lines, but\n{exposition}");
            }
        }

        return complaints;
    }

    private static bool IsExposition(Fence fence) => fence.Info is TextInfo or OpenMetricsInfo;
}
