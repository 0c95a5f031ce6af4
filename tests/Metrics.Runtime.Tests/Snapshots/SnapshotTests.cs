using System.Reflection;

namespace TypedMetrics.Runtime.Tests.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public void NoSnapshotIsOrphaned()
    {
        var orphans = Directory.EnumerateFiles(SnapshotFolder.Project, "*.verified.*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => !HasTest(file))
            .Select(file => Path.GetRelativePath(SnapshotFolder.Project, file));

        Assert.Empty(orphans);
    }

    [Fact]
    public void MismatchFailsAndLeavesWhatWasReceived()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "Class.Method");
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Snapshot.Compare("text", path, accept: false));
            Assert.Equal("text", File.ReadAllText(path + ".received.txt"));

            Snapshot.Compare("text", path, accept: true);
            Snapshot.Compare("text", path, accept: false);
            Assert.False(File.Exists(path + ".received.txt"));

            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Snapshot.Compare("text\n", path, accept: false));
            Assert.Equal("text", File.ReadAllText(path + ".verified.txt"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Class.Method#Hint.verified.txt: the class has the test, and its source has the hint between quotes.
    private static bool HasTest(string file)
    {
        var name = Path.GetFileName(file);
        name = name[..name.IndexOf(".verified.", StringComparison.Ordinal)];
        var hash = name.IndexOf('#', StringComparison.Ordinal);
        var hint = hash < 0 ? null : name[(hash + 1)..];
        var test = (hash < 0 ? name : name[..hash]).Split('.');
        var source = Path.Combine(Path.GetDirectoryName(file)!, test[0] + ".cs");
        return test.Length == 2
            && typeof(SnapshotTests).Assembly.GetTypes()
                .Where(type => type.Name == test[0])
                .Any(type => type.GetMethod(test[1])?.GetCustomAttribute<FactAttribute>() is not null)
            && File.Exists(source)
            && (hint is null || File.ReadAllText(source).Contains($"\"{hint}\"", StringComparison.Ordinal));
    }
}
