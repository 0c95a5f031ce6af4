using System.Diagnostics;

namespace TypedMetrics.GeneratorCost;

/// <summary>The dotnet command.</summary>
internal static class DotNet
{
    /// <summary>Runs it without a compiler server or nodes that stay, and gives what it prints.</summary>
    public static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
    }
}
