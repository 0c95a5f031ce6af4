using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TypedMetrics.Generators.Findings;

/// <summary>What the build tells of accepted findings.</summary>
internal sealed class FindingsOptions
{
    private FindingsOptions(AdditionalText source, SourceText text, string framework)
    {
        Path = source.Path;
        Text = text;
        Framework = framework;
        File = FindingsFile.Parse(text.Lines.Select(static line => line.ToString()));
    }

    public string Path { get; }

    /// <summary>The folder that paths in the file are relative to.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path) ?? "";

    public SourceText Text { get; }

    public FindingsFile File { get; }

    /// <summary>The target framework that is being compiled for.</summary>
    public string Framework { get; }

    /// <summary>Whether this build writes the file, so that nothing is reported in it.</summary>
    public static bool AcceptsAll(AnalyzerOptions options) =>
        Property(options, "AcceptMetricsFindings") is { } value && value.Equals("true", System.StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether this is a build. An editor analyzes a project piece by piece, so that nothing can be said of what is missing.
    /// </summary>
    public static bool ReportsStale(AnalyzerOptions options) =>
        !AcceptsAll(options)
        && !(options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("metrics_report_stale_findings", out var value)
            && value.Equals("false", System.StringComparison.OrdinalIgnoreCase));

    /// <summary>The file of the project, or <see langword="null"/> where it has none.</summary>
    public static FindingsOptions? Read(AnalyzerOptions options, CancellationToken cancellation)
    {
        var source = options.AdditionalFiles.FirstOrDefault(static file => System.IO.Path.GetFileName(file.Path) == FindingsFile.Name);
        return source?.GetText(cancellation) is { } text ? new(source, text, Property(options, "TargetFramework") ?? "") : null;
    }

    private static string? Property(AnalyzerOptions options, string name) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value : null;
}
