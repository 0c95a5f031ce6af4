namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>
/// Blocks of a page that compile together. The types of a block are visible to all of its chapter; where a block declares a
/// type anew, a chapter begins that has the earlier types except those which are replaced.
/// </summary>
internal sealed class PageChapter
{
    private readonly List<CodeBlock> _blocks = [];
    private readonly List<string> _sources = [];

    public IReadOnlyList<CodeBlock> Blocks => _blocks;

    public IReadOnlyList<string> Sources => _sources;

    /// <summary>The chapters of a page, in its order.</summary>
    public static IReadOnlyList<PageChapter> Of(MarkdownPage page)
    {
        var chapters = new List<PageChapter>();
        var usings = new List<string>();
        var declared = new Dictionary<string, (CodeBlock Block, string Types)>(StringComparer.Ordinal);
        foreach (var fence in page.Fences.Where(static fence => fence.Info == "csharp"))
        {
            var block = new CodeBlock(page.Path, fence);
            usings.AddRange(block.Usings.Except(usings).ToList());
            var replaced = block.TypeNames.Where(declared.ContainsKey).ToList();
            if (chapters.Count == 0 || replaced.Count > 0)
            {
                chapters.Add(Begin(declared, replaced));
            }

            var types = block.Source(usings, typesOnly: true);
            foreach (var name in block.TypeNames)
            {
                declared[name] = (block, types);
            }

            chapters[^1]._blocks.Add(block);
            chapters[^1]._sources.Add(block.Source(usings));
        }

        return chapters;
    }

    // The types of a block go over into the next chapter together or not at all.
    private static PageChapter Begin(Dictionary<string, (CodeBlock Block, string Types)> declared, IReadOnlyCollection<string> replaced)
    {
        var chapter = new PageChapter();
        var gone = replaced.Select(name => declared[name].Block).Distinct().ToList();
        foreach (var name in declared.Where(one => gone.Contains(one.Value.Block)).Select(static one => one.Key).ToList())
        {
            declared.Remove(name);
        }

        chapter._sources.AddRange(declared.Values.Select(static one => one.Types).Distinct());
        return chapter;
    }
}
