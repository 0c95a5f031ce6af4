using System.Diagnostics;
using System.Globalization;
using TypedMetrics.Memory;

// What a series costs in memory, with one stripe, with eight and with sixteen, each in a process of its own:
//   dotnet run -c Release --project benchmarks/Metrics.Memory
if (args is ["one"])
{
    MemoryRun.Run();
    return;
}

(int Processors, int Stripes)[] machines = [(1, 1), (2, 8), (4, 16)];
var rows = machines.Select(static machine => Lines(machine.Processors)).ToArray();
Console.WriteLine("| bytes of one series | 1 stripe | 8 stripes | 16 stripes | each further stripe |");
Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
foreach (var (what, single) in rows[0])
{
    var (eight, sixteen) = (rows[1][what], rows[2][what]);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {single:F0} | {eight:F0} | {sixteen:F0} | {(sixteen - single) / 15:F1} |"));
}

static Dictionary<string, double> Lines(int processors)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Entry(), "one"]) { RedirectStandardOutput = true };
    start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture);
    using var process = Process.Start(start)!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(static line => line.Split('='))
        .ToDictionary(static parts => parts[0], static parts => double.Parse(parts[1], CultureInfo.InvariantCulture));
}

// Where the process is the dotnet command, it is told the program.
static string[] Entry() =>
    Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(MemoryRun).Assembly.Location] : [];
