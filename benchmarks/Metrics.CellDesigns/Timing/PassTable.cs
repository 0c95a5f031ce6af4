using System.Globalization;
using TypedMetrics.CellDesigns.Designs;

namespace TypedMetrics.CellDesigns.Timing;

/// <summary>
/// Timed passes of all designs in turn, so that a slow moment of the machine falls on all of them, as a table of the best,
/// the median and the worst pass.
/// </summary>
internal static class PassTable
{
    private const int Passes = 15;
    private const int WarmUps = 3;
    private const int UpdatesPerPass = 6_000_000;

    public static void WriteAll()
    {
        Console.WriteLine($"cores: {Environment.ProcessorCount}, stripes: {Lines.Stripes}, best / median / worst of {Passes} passes");
        using var crew = new Crew();
        foreach (var (title, designs) in new[] { ("whole", Design.Whole), ("fractional", Design.Fractional) })
        {
            Write(crew, $"{title}, one thread, 64 series in turn", designs, 1, SeriesIndex.Count - 1);
            Write(crew, $"{title}, two threads, one series", designs, 2, 0);
            Write(crew, $"{title}, eight threads, one series", designs, 8, 0);
        }
    }

    private static void Write(Crew crew, string title, Design[] designs, int threads, int mask)
    {
        Console.WriteLine($"\n{title}\n\n| design | tight, ns | ratio | with work, ns | ratio |\n| --- | --- | --- | --- | --- |");
        var tight = Measure(crew, designs, threads, design => () => UpdateLoop.Tight(design, UpdatesPerPass / threads, mask));
        var work = Measure(crew, designs, threads, design => () => UpdateLoop.WithWork(design, UpdatesPerPass / threads, mask));
        for (var i = 0; i < designs.Length; i++)
        {
            Console.WriteLine($"| {designs[i].Name} | {Figures(tight[i])} | {Ratio(tight[i], tight[0])} | {Figures(work[i])} | {Ratio(work[i], work[0])} |");
        }
    }

    // Sorted nanoseconds of processor time for one update, of each design.
    private static double[][] Measure(Crew crew, Design[] designs, int threads, Func<Design, Action> work)
    {
        var times = Array.ConvertAll(designs, static _ => new double[Passes]);
        for (var pass = -WarmUps; pass < Passes; pass++)
        {
            for (var i = 0; i < designs.Length; i++)
            {
                var time = crew.Run(work(designs[i]), threads, pass + WarmUps);
                if (pass >= 0)
                {
                    times[i][pass] = time.TotalNanoseconds / UpdatesPerPass;
                }
            }
        }

        Array.ForEach(times, Array.Sort);
        return times;
    }

    private static string Figures(double[] sorted) =>
        string.Create(CultureInfo.InvariantCulture, $"{sorted[0]:0.0} / {sorted[Passes / 2]:0.0} / {sorted[^1]:0.0}");

    private static string Ratio(double[] sorted, double[] bare) =>
        string.Create(CultureInfo.InvariantCulture, $"{sorted[0] / bare[0]:0.00} / {sorted[Passes / 2] / bare[Passes / 2]:0.00}");
}
