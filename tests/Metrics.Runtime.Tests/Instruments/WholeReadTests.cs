using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Cells;

namespace TypedMetrics.Runtime.Tests.Instruments;

/// <summary>
/// Readers outnumber the processors, so that the system suspends them in the middle of a reading, again and again, while one
/// thread observes the number 1: count and sum are the same but for what is in flight.
/// </summary>
public sealed class WholeReadTests
{
    private const int Readers = 6;

    // One observation between its two additions, and what the calmest of some readings met.
    private const int InFlight = 8;

    private readonly CollectorRegistry _registry = new();
    private int _readersLeft = Readers;

    [Fact]
    public void HistogramOfAScrapeHasTheSumOfItsBuckets()
    {
        var family = _registry.Histogram("size", [0.25, 0.5, 0.75, 1, 2]);
        var histogram = family.At(0);
        Run(() => histogram.Observe(1), () =>
        {
            var counts = new long[6];
            for (var i = 0; i < 200_000; i++)
            {
                var sum = family.Read(0, counts);
                Assert.InRange(counts.Sum() - sum, 0, InFlight);
            }
        });
    }

    [Fact]
    public void SummaryOfAScrapeHasTheSumOfItsCount()
    {
        var summary = _registry.Summary("size").At(0);
        Run(() => summary.Observe(1), () =>
        {
            for (var i = 0; i < 3_000; i++)
            {
                var samples = _registry.Samples("size_");
                Assert.Equal(["size_sum", "size_count"], samples.Select(sample => sample.Split(' ')[0]));
                Assert.InRange(Declare.ValueOf(samples[1]) - Declare.ValueOf(samples[0]), 0, InFlight);
            }
        });
    }

    private void Run(Action observe, Action read) => Threads.Run(Readers + 1, thread =>
    {
        if (thread == 0)
        {
            while (Volatile.Read(ref _readersLeft) > 0)
            {
                observe();
                Thread.SpinWait(20);
            }

            return;
        }

        try
        {
            read();
        }
        finally
        {
            Interlocked.Decrement(ref _readersLeft);
        }
    });
}
