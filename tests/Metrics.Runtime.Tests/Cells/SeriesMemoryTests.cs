using TypedMetrics.Cells;
using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Cells;

/// <summary>What touching series allocates: no object a series, and eight bytes a stripe.</summary>
public class SeriesMemoryTests
{
    private const int Count = 4_000;

    // Cells are cut from chunks, of which the last may be nearly empty.
    private const int LargestChunk = 256;

    // The header of a cell, its share of the fractions' address, and of what rounds and aligns a chunk.
    private const int BesideTheStripes = 24;

    [Fact]
    public void ACounterSeriesTakesEightBytesAStripe()
    {
        var family = Group().Counter(Declaration("memory_orders_total"));
        var allocated = Allocated(number => family.At(number).Inc());
        Assert.InRange(allocated, Count * 8L * Stripes.Count, (Count + LargestChunk) * ((8L * Stripes.Count) + BesideTheStripes));
    }

    [Fact]
    public void FractionsTakeEightBytesAStripeMore()
    {
        var family = Group().Counter(Declaration("memory_seconds_total"));
        var allocated = Allocated(number => family.At(number).Inc(0.5));
        Assert.InRange(allocated, Count * 16L * Stripes.Count, (Count + LargestChunk) * ((16L * Stripes.Count) + BesideTheStripes));
    }

    [Fact]
    public void AHistogramSeriesTakesItsCountsAndLittleMore()
    {
        var group = Group();
        var family = group.Histogram(new MetricDeclaration("memory_size")
        {
            Buckets = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
            Labels = [LabelDeclaration.Range("number", 1, Count, nullable: false)],
        });

        // Sum, eleven counts and the header; with several stripes in two lines each.
        var words = Stripes.Count == 1 ? 13 : 16 * Stripes.Count;
        Assert.InRange(Allocated(number => family.At(number).Observe(1)), Count * words * 8L, Count * ((words * 8L) + 96));
    }

    [Fact]
    public void AGaugeSeriesTakesSixteenBytesHoweverManyStripesThereAre()
    {
        var family = Group().Gauge(Declaration("memory_level"));
        Assert.InRange(Allocated(number => family.At(number).Set(number)), Count * 16L, (Count + LargestChunk) * (16L + BesideTheStripes));
    }

    private static MetricGroupRegistration Group() => new(new CollectorRegistry(), nameof(SeriesMemoryTests));

    private static MetricDeclaration Declaration(string name) =>
        new(name) { Labels = [LabelDeclaration.Range("number", 1, Count, nullable: false)] };

    private static long Allocated(Action<int> touch)
    {
        // What is made with the first series of a family counts for none.
        touch(0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var number = 1; number <= Count; number++)
        {
            touch(number);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
