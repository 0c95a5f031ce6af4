using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests.Packages;

/// <summary>The .NET command line, without servers that outlive it.</summary>
internal static class DotNet
{
    public static Task<(int ExitCode, string Output)> RunAsync(
        IEnumerable<string> arguments, string folder, params IEnumerable<(string Name, string Value)> environment) =>
        RunningProgram.RunAsync("dotnet", arguments, folder, [.. Environment, .. environment]);

    private static readonly (string Name, string Value)[] Environment =
    [
        ("DOTNET_NOLOGO", "1"),
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
        ("MSBUILDDISABLENODEREUSE", "1"),
        ("UseSharedCompilation", "false"),
    ];
}
