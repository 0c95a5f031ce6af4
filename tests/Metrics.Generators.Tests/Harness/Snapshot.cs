using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TypedMetrics.Generators.Tests.Harness;

/// <summary>
/// Holds what the generator wrote against files named as Verify names them: <c>Class.Method#Hint.verified.cs</c>. A
/// difference leaves a <c>.received.cs</c> beside it; only <c>TYPEDMETRICS_ACCEPT_SNAPSHOTS=1</c> rewrites.
/// </summary>
internal static partial class Snapshot
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("TYPEDMETRICS_ACCEPT_SNAPSHOTS") == "1";

    public static string Folder { get; } = Path.Combine(
        typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "ProjectDirectory").Value!,
        "Snapshots");

    /// <summary>The files of the run are those of the snapshot, no more and no less.</summary>
    public static void Match(GeneratorRun run, object test, [CallerMemberName] string method = "")
    {
        var prefix = $"{test.GetType().Name}.{method}#";
        var received = run.Sources.ToDictionary(
            source => prefix + Path.ChangeExtension(source.HintName, null),
            static source => WithoutVersion(source.SourceText.ToString()));
        Directory.CreateDirectory(Folder);
        var problems = new List<string>();
        foreach (var (name, text) in received)
        {
            problems.AddRange(Compare(name, text));
        }

        foreach (var orphan in Directory.EnumerateFiles(Folder, prefix + "*.verified.cs").Where(path => !received.ContainsKey(NameOf(path))))
        {
            if (Accepts)
            {
                File.Delete(orphan);
            }
            else
            {
                problems.Add($"{Path.GetFileName(orphan)} is verified, and no longer generated");
            }
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    /// <summary>The name of a snapshot without its folder and its endings.</summary>
    public static string NameOf(string path) => Path.GetFileName(path)[..^".verified.cs".Length];

    private static IEnumerable<string> Compare(string name, string text)
    {
        var verified = Path.Combine(Folder, name + ".verified.cs");
        var received = Path.Combine(Folder, name + ".received.cs");
        File.Delete(received);
        if (File.Exists(verified) && File.ReadAllText(verified) == text)
        {
            yield break;
        }

        if (Accepts)
        {
            File.WriteAllText(verified, text);
            yield break;
        }

        File.WriteAllText(received, text);
        yield return File.Exists(verified) ? $"{name} differs: compare {received}" : $"{name} has no snapshot: see {received}";
    }

    private static string WithoutVersion(string text) => Version().Replace(text, "GeneratedCode(\"TypedMetrics.Generators\", \"0.0.0\")");

    [GeneratedRegex("GeneratedCode\\(\"TypedMetrics.Generators\", \"[0-9.]+\"\\)")]
    private static partial Regex Version();
}
