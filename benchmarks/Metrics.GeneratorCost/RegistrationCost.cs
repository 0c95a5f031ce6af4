using System.Globalization;

namespace TypedMetrics.GeneratorCost;

/// <summary>
/// What a program pays at its start for a thousand metrics in a hundred static groups, in processes of their own: nothing is compiled
/// yet, neither the library nor the generated code.
/// </summary>
internal static class RegistrationCost
{
    private const int Groups = 100;

    public static void Measure(int rounds, string? kept)
    {
        var folder = kept ?? Directory.CreateTempSubdirectory("registration-cost").FullName;
        try
        {
            var program = Path.Combine(folder, "Host", "bin", "Release", "net10.0", "Host.dll");
            if (!File.Exists(program))
            {
                Write(folder);
                _ = DotNet.Run("build", Path.Combine(folder, "Host"), "-c", "Release", "-v:quiet", "-nologo");
            }

            Report(program, rounds);
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void Report(string program, int rounds)
    {
        var steps = new List<Figures>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var line in DotNet.Run(program).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = line.Split('=');
                var figures = steps.Find(step => step.What == parts[0]);
                if (figures is null)
                {
                    steps.Add(figures = new Figures(parts[0]));
                }

                figures.Add(double.Parse(parts[1], CultureInfo.InvariantCulture));
            }
        }

        steps.ForEach(Console.WriteLine);
    }

    private static void Write(string folder)
    {
        var program = new WrittenProject(Path.Combine(folder, "Host"), "Host");
        program.Write("Host.csproj", WrittenProject.Text("Exe", WrittenProject.Runtime + """<ProjectReference Include="../Synthetic/Synthetic.csproj" />"""));
        program.Write("Program.cs", Program);
        var library = new WrittenProject(Path.Combine(folder, "Synthetic"), "Synthetic");
        library.Write("Synthetic.csproj", WrittenProject.Text("Library", WrittenProject.Generator));
        library.Write("Types.cs", SyntheticGroups.Types);
        for (var group = 0; group < Groups; group++)
        {
            library.Write($"Metrics{group}.cs", SyntheticGroups.Group(group));
        }
    }

    // Each step is what a program meets in this order; asking for a metric that is not there registers those that wait, and no more.
    private const string Program = """
        using System.Buffers;
        using System.Diagnostics;
        using System.Globalization;
        using System.Runtime.CompilerServices;
        using TypedMetrics;

        var body = new ArrayBufferWriter<byte>(4_000_000);
        Step("the library of the metrics is loaded, and its module initializer runs", static () => RuntimeHelpers.RunModuleConstructor(typeof(Synthetic.RequestLabels).Module.ModuleHandle));
        Step("the first update of a group", static () => Synthetic.Metrics7.Starts.Inc());
        Step("all 1,000 metrics are registered", static () => CollectorRegistry.Default.Unregister("none"));
        Step("the first scrape after that", () => CollectorRegistry.Default.Write(body, ExpositionFormat.PrometheusText));
        body.ResetWrittenCount();
        Step("the second scrape", () => CollectorRegistry.Default.Write(body, ExpositionFormat.PrometheusText));

        static void Step(string what, Action action)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}={time:F3}"));
        }
        """;
}
