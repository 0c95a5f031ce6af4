namespace TypedMetrics.Runtime.Tests.Snapshots;

/// <summary>Where the snapshots lie: beside the source of their tests.</summary>
internal static class SnapshotFolder
{
    /// <summary>This project's folder.</summary>
    public static string Project { get; } = Path.Combine(Root(), "tests", "Metrics.Runtime.Tests");

    // The compiler may map source paths, so that only their last parts mean something.
    public static string Of(string sourceFile) =>
        Path.Combine(Project, Path.GetFileName(Path.GetDirectoryName(sourceFile.Replace('\\', '/')))!);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Metrics.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not run inside the repository");
        }

        return folder.FullName;
    }
}
