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
        for (var i = 0; i < 1_000; i++)
        {
            Turn(i);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 1_000; i < 3_000; i++)
        {
            Turn(i);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 200_000);
        Assert.InRange(family.SeriesTouched, 1, 200);

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
