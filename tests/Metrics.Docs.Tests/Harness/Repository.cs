using TypedMetrics.Analyzers.Tests.Rules;

namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>The pages of the repository.</summary>
internal static class Repository
{
    private static readonly string[] NoSources = [".git", ".vs", "bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Folder => RuleCatalogue.RepositoryFolder;

    /// <summary>All pages, below the root, in ordinal order.</summary>
    public static IReadOnlyList<string> Pages { get; } = [.. Find(Folder).Select(static file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The pages whose code is compiled here. The pages of the rules have a test of their own, beside the rules'.</summary>
    public static IEnumerable<string> PagesWithCode => Pages.Where(static page =>
        !page.StartsWith("docs/rules/", StringComparison.Ordinal) && MarkdownPage.Read(page).Fences.Any(static fence => fence.Info == "csharp"));

    private static IEnumerable<string> Find(string folder) =>
        Directory.EnumerateFiles(folder, "*.md").Concat(
            Directory.EnumerateDirectories(folder).Where(static child => !NoSources.Contains(Path.GetFileName(child))).SelectMany(Find));
}
