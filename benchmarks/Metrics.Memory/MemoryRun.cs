using System.Globalization;

namespace TypedMetrics.Memory;

/// <summary>What series cost on the heap of the garbage collector, in this process with its number of stripes.</summary>
internal static class MemoryRun
{
    private static readonly string[] Texts = [.. Enumerable.Range(0, 50_000).Select(static number => number.ToString("D8", CultureInfo.InvariantCulture))];

    /// <summary>Prints a line <c>what=bytes of one series</c> for each kind of series.</summary>
    public static void Run()
    {
        // Once before, so that what is made but once is there.
        _ = All(print: false);
        GC.KeepAlive(All(print: true));
    }

    private static MemoryMetrics All(bool print)
    {
        var metrics = new MemoryMetrics(new CollectorRegistry());
        var random = new Random(1);
        Series("counter, array of 4,001", 4_000, number => metrics.DenseCounter(number).Inc());
        Series("counter, 100,000 of 200,001", 100_000, number => metrics.HashedCounter(number).Inc());
        Series("gauge, array of 4,001", 4_000, number => metrics.DenseGauge(number).Set(number));
        Series("gauge, 100,000 of 200,001", 100_000, number => metrics.HashedGauge(number).Set(number));
        Series("histogram of 11 buckets, array of 4,001", 4_000, number => metrics.DenseHistogram(number).Observe(0.3));
        Series("histogram of 11 buckets, 10,000 of 100,001", 10_000, number => metrics.HashedHistogram(number).Observe(0.3));
        Series("summary without quantiles", 1_000, number => metrics.SumAndCount(number).Observe(0.3));
        Series("summary of 3 quantiles, one observation", 1_000, number => metrics.Summary(number).Observe(0.3));
        Series("summary of 3 quantiles, 10,000 observations over three decades", 200, number => Spread(metrics.Summary(2_000 + number), random));
        Series("value of an open label, 8 characters, with its text", Texts.Length, number => metrics.Open(Texts[number - 1]).Inc());
        return metrics;

        void Series(string what, int count, Action<int> touch)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            for (var number = 1; number <= count; number++)
            {
                touch(number);
            }

            var bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / count;
            if (print)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}={bytes:F1}"));
            }
        }
    }

    private static void Spread(Summary summary, Random random)
    {
        for (var i = 0; i < 10_000; i++)
        {
            summary.Observe(Math.Pow(10, random.NextDouble() * 3));
        }
    }
}
