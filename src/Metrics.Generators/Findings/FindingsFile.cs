using System;
using System.Collections.Generic;
using System.Linq;

namespace TypedMetrics.Generators.Findings;

/// <summary>
/// The findings that a project accepts, as text made to be read in a diff: <c>MET210 | Orders/Checkout.cs | 2 | Requests.Add(1, path);</c>.
/// The analyzers read it, and the build writes it.
/// </summary>
internal sealed class FindingsFile
{
    /// <summary>It lies beside the project file.</summary>
    public const string Name = "metrics.findings.txt";

    /// <summary>The command that writes it.</summary>
    public const string Command = "dotnet build -p:AcceptMetricsFindings=true";

    private const string Separator = " | ";

    private FindingsFile(IReadOnlyDictionary<FindingKey, AcceptedFinding> findings, IReadOnlyList<int> unreadable)
    {
        Findings = findings;
        Unreadable = unreadable;
    }

    public IReadOnlyDictionary<FindingKey, AcceptedFinding> Findings { get; }

    /// <summary>The numbers, from 0, of the lines that say nothing.</summary>
    public IReadOnlyList<int> Unreadable { get; }

    public static FindingsFile Parse(IEnumerable<string> lines)
    {
        var findings = new Dictionary<FindingKey, AcceptedFinding>();
        var unreadable = new List<int>();
        var number = -1;
        foreach (var line in lines)
        {
            number++;
            if (line.Trim().Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (Finding(line, number) is { } finding && !findings.ContainsKey(finding.Key))
            {
                findings.Add(finding.Key, finding);
            }
            else
            {
                unreadable.Add(number);
            }
        }

        return new(findings, unreadable);
    }

    /// <summary>The text for what one target framework has now, with what the file says of the others.</summary>
    public string Update(IReadOnlyDictionary<FindingKey, int> found, string framework, IReadOnlyCollection<string> frameworks)
    {
        var lines = Findings.Keys.Union(found.Keys)
            .Select(key => (Key: key, Count: Count(key).With(framework, found.TryGetValue(key, out var count) ? count : 0, frameworks)))
            .Where(static entry => !entry.Count.IsNone)
            .OrderBy(static entry => entry.Key.File, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Key.Rule, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Key.Text, StringComparer.Ordinal)
            .Select(static entry => string.Join(Separator, entry.Key.Rule, entry.Key.File, entry.Count, entry.Key.Text).TrimEnd());
        return string.Concat(
            new[] { "# Findings of the metrics rules that this project accepts; any other is reported. Written by:", "# " + Command }
                .Concat(lines)
                .Select(static line => line + "\n"));
    }

    private AcceptedCount Count(FindingKey key) => Findings.TryGetValue(key, out var finding) ? finding.Count : AcceptedCount.None;

    private static AcceptedFinding? Finding(string line, int number)
    {
        var parts = (line + " ").Split([Separator], 4, StringSplitOptions.None);
        return parts.Length == 4 && parts[0].StartsWith("MET", StringComparison.Ordinal) && AcceptedCount.Parse(parts[2]) is { } count
            ? new(new FindingKey(parts[0], parts[1], parts[3].Trim()), count, number)
            : null;
    }
}
