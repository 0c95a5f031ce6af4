namespace TypedMetrics.Generators;

/// <summary>Where the page of a diagnostic stands.</summary>
internal static class HelpLink
{
    private const string Folder = "https://github.com/typedmetrics/typedmetrics/blob/main/docs/rules/";

    public static string For(string id) => Folder + id + ".md";
}
