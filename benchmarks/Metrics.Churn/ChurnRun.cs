using System.Buffers;
using System.Diagnostics;
using System.Globalization;

namespace TypedMetrics.Churn;

/// <summary>Threads that count for visitors who come and go, scrapes, and a look at the memory now and then.</summary>
internal static class ChurnRun
{
    private const int Threads = 3;
    private const int VisitorsPerSecond = 50;
    private const long LargestGrowth = 256 * 1024;
    private static readonly TimeSpan BetweenScrapes = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(30);

    /// <summary>Whether memory stays flat once the run is warm, and no visitor is counted as another value.</summary>
    public static bool Run(TimeSpan duration)
    {
        var registry = new CollectorRegistry();
        using var metrics = new ChurnMetrics(registry);
        var watch = Stopwatch.StartNew();
        using var stop = new CancellationTokenSource();
        var workers = Enumerable.Range(0, Threads).Select(number => Task.Factory.StartNew(
            () => Visit(metrics, watch, new Random(number), stop.Token), stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();

        var warmUp = duration / 4 < LongestWarmUp ? duration / 4 : LongestWarmUp;
        var report = duration / 20;
        var next = report;
        long? warm = null;
        var memory = 0L;
        var body = new ArrayBufferWriter<byte>();
        while (watch.Elapsed < duration)
        {
            body.ResetWrittenCount();
            registry.Write(body, ExpositionFormat.OpenMetrics);
            Thread.Sleep(BetweenScrapes);
            if (watch.Elapsed >= next)
            {
                memory = GC.GetTotalMemory(forceFullCollection: true);
                Tell(registry, watch.Elapsed, memory, body.WrittenCount);
                warm ??= watch.Elapsed >= warmUp ? memory : null;
                next += report;
            }
        }

        stop.Cancel();
        Task.WaitAll(workers);
        var growth = memory - (warm ?? memory);
        var overflows = registry.GetSampleValue("typedmetrics_label_overflow_total", ("metric", "churn_visits_total"), ("label", "visitor")) ?? 0;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"memory grew by {growth:N0} bytes since the warm-up, at most {LargestGrowth:N0} may be; {overflows:N0} visits overflowed"));
        return warm is not null && growth <= LargestGrowth && overflows == 0;
    }

    private static void Visit(ChurnMetrics metrics, Stopwatch watch, Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var number = (long)(watch.Elapsed.TotalSeconds * VisitorsPerSecond) + random.Next(10);
            var name = NameOf(number);
            var visitor = Visitor.Of(name);
            metrics.Visits(visitor).Inc();
            metrics.Pages(visitor, string.Create(CultureInfo.InvariantCulture, $"page {random.Next(50)}")).Inc();
            metrics.Level(name).Set(number);
            metrics.Wait(name).Observe(random.NextDouble());
            Thread.SpinWait(2_000);
        }
    }

    // A few at a time; those who leave make room, which is what this program is about.
    [return: BoundedValues]
    private static string NameOf(long visitor) => string.Create(CultureInfo.InvariantCulture, $"visitor {visitor}");

    private static double SeriesOf(CollectorRegistry registry, string metric) => registry.GetSampleValue("typedmetrics_series", ("metric", metric)) ?? 0;

    private static void Tell(CollectorRegistry registry, TimeSpan elapsed, long memory, int scrape) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{elapsed.TotalSeconds,6:0} s  {memory,12:N0} bytes  {SeriesOf(registry, "churn_visits_total"),5} visitors  {SeriesOf(registry, "churn_pages_total"),6} pages  scrape of {scrape:N0} bytes"));
}
