using System.Runtime.CompilerServices;
using System.Text;

namespace TypedMetrics.Runtime.Tests.Snapshots;

/// <summary>
/// Compares a text, byte for byte, with the file <c>Class.Method#Hint.verified.txt</c> beside the test. A mismatch or a
/// missing file fails and leaves <c>.received.txt</c>; with TYPEDMETRICS_ACCEPT_SNAPSHOTS=1 the text becomes the file.
/// </summary>
internal static class Snapshot
{
    public static void Verify(
        string actual,
        string? hint = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string test = "")
    {
        var name = Path.GetFileNameWithoutExtension(sourceFile.Replace('\\', '/')) + "." + test + (hint is null ? "" : "#" + hint);
        var accept = Environment.GetEnvironmentVariable("TYPEDMETRICS_ACCEPT_SNAPSHOTS") == "1";
        Compare(actual, Path.Combine(SnapshotFolder.Of(sourceFile), name), accept);
    }

    /// <summary>Compares with the file at the path without its endings.</summary>
    public static void Compare(string actual, string path, bool accept)
    {
        var verified = path + ".verified.txt";
        var received = path + ".received.txt";
        if (accept)
        {
            File.WriteAllBytes(verified, Encoding.UTF8.GetBytes(actual));
        }

        if (File.Exists(verified) && File.ReadAllBytes(verified).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(actual)))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllBytes(received, Encoding.UTF8.GetBytes(actual));
        Assert.Equal(File.Exists(verified) ? File.ReadAllText(verified) : $"(no file {verified})", actual);
        Assert.Fail($"{verified} differs in bytes that a text comparison does not show");
    }
}
