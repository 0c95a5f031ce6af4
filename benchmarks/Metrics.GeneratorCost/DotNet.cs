using System.Diagnostics;

namespace TypedMetrics.GeneratorCost;

/// <summary>The dotnet command.</summary>
internal static class DotNet
{
    /// <summary>Runs it without build nodes that stay, and gives what it prints.</summary>
    public static string Run(params string[] arguments) => RunIn("", arguments);

    /// <summary>The same in a folder.</summary>
    public static string RunIn(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = folder };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
    }
}
