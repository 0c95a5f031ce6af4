using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.Build.Framework;
using TypedMetrics.Generators.Findings;

namespace TypedMetrics.Build;

/// <summary>Writes the findings of a compilation into the file of those that the project accepts.</summary>
public sealed class AcceptFindings : ITask
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the log that the compiler wrote.</summary>
    [Required]
    public string Log { get; set; } = "";

    /// <summary>Gets or sets the file of accepted findings.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <summary>Gets or sets the target framework that was compiled for.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>Gets or sets all target frameworks of the project, where it has several.</summary>
    public string TargetFrameworks { get; set; } = "";

    /// <inheritdoc/>
    public IBuildEngine? BuildEngine { get; set; }

    /// <inheritdoc/>
    public ITaskHost? HostObject { get; set; }

    /// <inheritdoc/>
    public bool Execute()
    {
        if (!System.IO.File.Exists(Log))
        {
            var problem = $"The compiler wrote no log to '{Log}': build with AcceptMetricsFindings=true and without an ErrorLog of your own.";
            BuildEngine?.LogErrorEvent(new BuildErrorEventArgs("", "", File, 0, 0, 0, 0, problem, "", nameof(AcceptFindings)));
            return false;
        }

        var found = Found();
        if (found.Count > 0 || System.IO.File.Exists(File))
        {
            Update(found);
            var message = $"{File}: {found.Values.Sum()} findings accepted {(TargetFramework.Length == 0 ? "" : "for " + TargetFramework)}".TrimEnd();
            BuildEngine?.LogMessageEvent(new BuildMessageEventArgs(message, "", nameof(AcceptFindings), MessageImportance.High));
        }

        return true;
    }

    private Dictionary<FindingKey, int> Found()
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(File))!;
        var lines = new Dictionary<string, string[]>(StringComparer.Ordinal);
        return SarifLog.Accepted(System.IO.File.ReadAllText(Log))
            .Select(finding => FindingKey.Of(finding.Rule, folder, finding.File, LineOf(finding.File, finding.Line)))
            .GroupBy(static key => key)
            .ToDictionary(static group => group.Key, static group => group.Count());

        string LineOf(string file, int line)
        {
            if (!lines.TryGetValue(file, out var text))
            {
                lines[file] = text = file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && System.IO.File.Exists(file) ? System.IO.File.ReadAllLines(file) : [];
            }

            return line < text.Length ? text[line] : "";
        }
    }

    /// <summary>The target frameworks of a project are compiled side by side, and each brings its own share.</summary>
    private void Update(Dictionary<FindingKey, int> found)
    {
        using var stream = OpenAlone();
        using var reader = new StreamReader(stream, Utf8);
        var accepted = FindingsFile.Parse(reader.ReadToEnd().Split('\n').Select(static line => line.TrimEnd('\r')));
        var bytes = Utf8.GetBytes(accepted.Update(found, TargetFramework, Frameworks()));
        stream.SetLength(0);
        stream.Write(bytes, 0, bytes.Length);
    }

    private string[] Frameworks()
    {
        var all = TargetFrameworks.Split([';'], StringSplitOptions.RemoveEmptyEntries).Select(static name => name.Trim()).ToArray();
        return all.Contains(TargetFramework) ? all : [TargetFramework];
    }

    private FileStream OpenAlone()
    {
        for (var deadline = DateTime.UtcNow + Patience; ;)
        {
            try
            {
                return new FileStream(File, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < deadline)
            {
                Thread.Sleep(50);
            }
        }
    }
}
