using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Expiry;

/// <summary>Runs alone, for it looks at the memory of the whole process.</summary>
[Collection(Alone)]
public sealed class ChurnMemoryTests
{
    private const string Alone = "Looks at the memory of the process";

    private readonly Mortal _mortal = new();

    [Theory]
    [InlineData(20)]
    [InlineData(100_000)]
    public void ChurnOverAllItemsKeepsMemoryFlat(int items)
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 10), Declare.Open("item", items));
        _ = Peak(0, 1_000);
        var before = Peak(1_000, 3_000);
        Assert.InRange(Peak(3_000, 5_000) - before, long.MinValue, 200_000);
        Assert.InRange(family.SeriesTouched, 1, 200);

        // Of many moments: the table is now a larger one, now a smaller one.
        long Peak(int first, int end)
        {
            var peak = 0L;
            for (var i = first; i < end; i++)
            {
                Turn(i);
                peak = i % 200 == 0 ? Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true)) : peak;
            }

            return peak;
        }

        // The items are the same ones, and are spread over the whole index space.
        void Turn(int turn)
        {
            for (var item = 0; item < 20; item++)
            {
                family.Of("tenant " + turn, "item " + item).Inc();
            }

            _mortal.Pass(2);
        }
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class Definition;
}
