using System.Globalization;
using TypedMetrics.GeneratorCost;

// What the generator costs the editor and the build, and what its code costs a program at its start:
//   dotnet run -c Release --project benchmarks/Metrics.GeneratorCost -- generate [rounds]
//   dotnet run -c Release --project benchmarks/Metrics.GeneratorCost -- register [rounds] [folder of the program, built if it is not there]
//   dotnet run -c Release --project benchmarks/Metrics.GeneratorCost -- build [rounds] [methods beside the instruments]
var mode = args.Length > 0 ? args[0] : "";
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0;
switch (mode)
{
    case "generate":
        GenerationCost.Measure(rounds > 0 ? rounds : 30);
        return 0;
    case "register":
        RegistrationCost.Measure(rounds > 0 ? rounds : 11, args.Length > 2 ? args[2] : null);
        return 0;
    case "build":
        BuildCost.Measure(rounds > 0 ? rounds : 9, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0);
        return 0;
    default:
        Console.Error.WriteLine("generate, register or build");
        return 2;
}
