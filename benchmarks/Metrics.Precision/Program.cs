using System.Globalization;
using TypedMetrics.Precision;

// What the analyzers say of code that was not written for them.
//   dotnet run -c Release --project benchmarks/Metrics.Precision -- FOLDER [sample size] [seed]
// The C# files of a folder become one compilation; what does not bind is unknown to the analysis. As such code seldom has metrics, a
// random sample of its string arguments is taken for label values: each becomes the label of a probe where it stands.
if (args.Length == 0)
{
    Console.Error.WriteLine("which folder?");
    return 2;
}

var sample = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0;
var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
var code = ForeignCode.Read(args[0]);
var probed = sample == 0 ? code.Compilation : new ProbeRewriter(code.Compilation, sample, new Random(seed)).Rewrite();
var found = await Analysis.RunAsync(probed);
foreach (var diagnostic in found)
{
    Console.WriteLine(Analysis.Describe(diagnostic, args[0]));
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{code.Files} files, {code.Lines} lines, {sample} label values probed: {found.Length} reports, {found.Length * 10_000.0 / code.Lines:F2} per 10,000 lines"));
return 0;
