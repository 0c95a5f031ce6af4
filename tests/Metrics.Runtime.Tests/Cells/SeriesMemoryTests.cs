using TypedMetrics.Cells;
using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Cells;

/// <summary>What touching series allocates: no object a series, and sixteen bytes a stripe.</summary>
public class SeriesMemoryTests
{
    private const int Count = 4_000;

    // Cells are cut from chunks, of which the last may be nearly empty.
    private const int LargestChunk = 256;

    // The header of a cell, and its share of what rounds and aligns a chunk.
    private const int BesideTheStripes = 24;

    [Fact]
    public void ACounterSeriesTakesAtMostSixteenBytesAStripe()
    {
        var family = Group().Counter(Declaration("memory_orders_total"));
        var allocated = Allocated(number => family.At(number).Inc());
        Assert.InRange(allocated, Count * 16L * Stripes.Count, (Count + LargestChunk) * ((16L * Stripes.Count) + BesideTheStripes));
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
