using System.Diagnostics;

namespace TypedMetrics.AnalyzerCost;

/// <summary>Builds of one project, each of them whole, by the command that a user gives.</summary>
internal sealed class MeasuredBuild(string project)
{
    /// <summary>Restores, outside of what is measured.</summary>
    public void Restore() => _ = Dotnet("restore", project);

    /// <summary>The wall time of a build; without our analyzers the generator and those of the SDK still run.</summary>
    public TimeSpan Run(bool analyzers)
    {
        var clock = Stopwatch.StartNew();
        _ = Build($"-p:MetricsAnalyzers={(analyzers ? "true" : "false")}");
        return clock.Elapsed;
    }

    /// <summary>The compiler's own table of what each analyzer took, of one more build.</summary>
    public string Report()
    {
        var lines = Build("-p:ReportAnalyzer=true", "-v:detailed").Split('\n');
        return string.Join('\n', lines.Where(static line =>
            line.Contains("TypedMetrics.Generators", StringComparison.Ordinal) && !line.Contains("/analyzer:", StringComparison.Ordinal)
            && !line.Contains(".dll", StringComparison.Ordinal) && line.Trim().Length < 200));
    }

    private string Build(params string[] options) => Dotnet(["build", project, "--no-restore", "--no-incremental", "-v:quiet", "-nologo", .. options]);

    private static string Dotnet(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
    }
}
