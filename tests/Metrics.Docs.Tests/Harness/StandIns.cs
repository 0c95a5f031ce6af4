namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>What a reader of a page has already: the methods and values that its examples use without declaring them.</summary>
internal static class StandIns
{
    /// <summary>The stand-ins of the page, which may be none: <c>docs/testing.md</c> has those of <c>testing.standin</c>.</summary>
    public static string Of(MarkdownPage page)
    {
        var name = Path.GetFileNameWithoutExtension(page.Path).ToLowerInvariant() + ".standin";
        using var stream = typeof(StandIns).Assembly.GetManifestResourceStream(name);
        return stream is null ? "" : new StreamReader(stream).ReadToEnd();
    }
}
