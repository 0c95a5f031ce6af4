namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>Follows the links of a page into the repository.</summary>
internal static class LinkCheck
{
    public static IReadOnlyList<string> Complaints(MarkdownPage page) =>
        [.. page.Links.Select(link => Problem(page, link.Target) is { } problem ? $"{page.Path}({link.Line}): {problem}" : "").Where(static text => text.Length > 0)];

    private static string? Problem(MarkdownPage page, string target)
    {
        if (target.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? null : $"'{target}' is no address";
        }

        var parts = target.Split('#', 2);
        var full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.Path)!, parts[0]), Repository.Folder);
        if (parts[0].Length > 0 && !File.Exists(full) && !Directory.Exists(full))
        {
            return $"'{target}' leads nowhere";
        }

        var headings = parts[0].Length == 0 ? page.Anchors : Headings(full);
        return parts.Length == 2 && !headings.Contains(parts[1]) ? $"'{target}' leads to no heading" : null;
    }

    private static IReadOnlyCollection<string> Headings(string file) =>
        Path.GetExtension(file) == ".md" ? MarkdownPage.Read(Path.GetRelativePath(Repository.Folder, file)).Anchors : [];
}
