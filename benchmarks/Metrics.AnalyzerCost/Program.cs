using System.Globalization;
using TypedMetrics.AnalyzerCost;

// What the analyzers add to the wall time of a build: a synthetic project is built with and without them in turn.
//   dotnet run -c Release --project benchmarks/Metrics.AnalyzerCost -- [rounds]
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;
var folder = Directory.CreateTempSubdirectory("analyzer-cost").FullName;
try
{
    var project = new SyntheticProject(folder);
    project.Write();
    Console.WriteLine($"{SyntheticProject.Methods} methods, {SyntheticProject.Uses} label uses, {project.Lines} lines");

    var build = new MeasuredBuild(project.Path);
    build.Restore();
    _ = build.Run(analyzers: true);
    var with = new List<TimeSpan>();
    var without = new List<TimeSpan>();
    for (var round = 0; round < rounds; round++)
    {
        without.Add(build.Run(analyzers: false));
        with.Add(build.Run(analyzers: true));
        Console.WriteLine($"without {without[^1].TotalSeconds:F2} s, with {with[^1].TotalSeconds:F2} s");
    }

    var ratio = Median(with) / Median(without);
    Console.WriteLine($"median without {Median(without):F2} s, with {Median(with):F2} s: {(ratio - 1) * 100:F1} % more");
    Console.WriteLine(build.Report());
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalSeconds;
