using TypedMetrics.Cells;
using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Instruments;

/// <summary>What a summary's series takes: next to nothing while it is idle, and never more than a bound.</summary>
public sealed class SummaryMemoryTests
{
    [Fact]
    public void SeriesThatNothingWasObservedInIsSmall()
    {
        var allocated = Allocated(() => new CollectorRegistry().Group().Summary(new MetricDeclaration("a")
        {
            Labels = [LabelDeclaration.Range("n", 1, 999, nullable: false)],
            Preinitialize = true,
        }));
        Assert.InRange(allocated / 1000, 100, 800);
    }

    [Fact]
    public void SeriesOfOneThreadTakesAFewKilobytes()
    {
        var family = new CollectorRegistry { TimeProvider = new ManualClock() }.Summary("a", LabelDeclaration.Range("n", 1, 999, nullable: false));
        var allocated = Allocated(() =>
        {
            for (var index = 0; index < 1000; index++)
            {
                // Ten octaves.
                for (var value = 0.001; value < 1; value *= 1.3)
                {
                    family.At(index).Observe(value);
                }
            }

            return family;
        });
        var stripes = Stripes.Count * ((17 * 8) + 128);
        Assert.InRange(allocated / 1000, 5000, 9000 + stripes);
    }

    [Fact]
    public void ValuesOfEveryMagnitudeFromEveryStripeStayWithinTheBound()
    {
        const int Octaves = 4096;
        var series = new SketchSeries(index: 0, header: 1, epoch: 0, ageBuckets: 5);
        var sketch = Sketch.Create(series);
        for (var stripe = 0; stripe < Stripes.Count; stripe++)
        {
            for (var octave = 0UL; octave < Octaves; octave++)
            {
                var page = Sketch.Find(sketch, (nuint)stripe, octave) ?? series.AddPage(sketch, (nuint)stripe, octave);
                Sketch.Observe(sketch, (nuint)stripe, page, BitConverter.UInt64BitsToDouble(octave << 52));
            }
        }

        Assert.InRange(series.Pages.Length, Octaves, Octaves + (64 * (Stripes.Count - 1)));
        Assert.Equal((long)Octaves * Stripes.Count, series.ReadCount());
        var counts = new SketchCounts();
        counts.Read(series.Pages);
        Assert.Equal(Octaves, counts.Keys.Length);
        Assert.Equal(counts.Keys.ToArray().Order(), counts.Keys.ToArray());
        Assert.All(counts.Counts.ToArray(), count => Assert.Equal(Stripes.Count, count));
    }

    [Fact]
    public void WindowThatMovesAllocatesNothingOnceWarm()
    {
        // Without timers, so that it moves at the reads.
        var clock = new ManualClock(hasTimers: false);
        var summary = new CollectorRegistry { TimeProvider = clock }.Summary("a").At(0);
        var quantile = 0.0;
        Assert.Equal(0, TypedMetrics.Tests.Allocations.LeastOf(20, () =>
        {
            for (var i = 0; i < 10; i++)
            {
                summary.Observe(1.5 + (i * 0.01));
                clock.Advance(TimeSpan.FromSeconds(120));
                quantile = summary.GetQuantile(0.5);
            }
        }));
        Assert.InRange(quantile, 1.49, 1.6);
    }

    private static long Allocated(Func<object> make)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(make());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
