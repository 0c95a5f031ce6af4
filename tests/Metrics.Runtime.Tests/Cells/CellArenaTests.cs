using TypedMetrics.Cells;

namespace TypedMetrics.Runtime.Tests.Cells;

public sealed unsafe class CellArenaTests
{
    [Fact]
    public void CellsAreZeroAndDoNotOverlap()
    {
        var arena = new CellArena(CounterCell.BlockSize, CounterCell.Size, CounterCell.PerBlock);
        arena.Expect(5);
        for (var i = 1; i <= 1000; i++)
        {
            var cell = arena.Allocate();
            for (var stripe = 0; stripe < Stripes.Count; stripe++)
            {
                ref var whole = ref *(long*)(cell + (stripe * Stripes.LineSize));
                Assert.Equal(0, whole);
                whole = i;
            }

            Assert.Equal(0, CounterCell.Header(cell));
            CounterCell.Header(cell) = i;
            ref var fractions = ref CounterCell.Fractions(cell);
            Assert.Equal(CounterCell.BlockOf(cell) == cell ? 0 : -1, fractions);
            fractions = -1;
        }
    }

    [Fact]
    public void NoStripeOfABlockSharesALineWithAnother()
    {
        var arena = new CellArena(CounterCell.BlockSize, CounterCell.Size, CounterCell.PerBlock);
        for (var i = 0; i < 100; i++)
        {
            var cell = arena.Allocate();
            Assert.Equal(i % CounterCell.PerBlock * CounterCell.Size, cell % Stripes.LineSize);
        }
    }

    // What a peer pays for one series is 189 to 555 bytes; here it is 8 a stripe and 16 for the series.
    [Fact]
    public void CostsEightBytesAStripeAndSixteenForTheSeries()
    {
        const int Cells = 100_000;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var arena = new CellArena(CounterCell.BlockSize, CounterCell.Size, CounterCell.PerBlock);
        for (var i = 0; i < Cells; i++)
        {
            _ = arena.Allocate();
        }

        var perCell = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Cells;
        Assert.InRange(perCell, 8 * (Stripes.Count + 2), 8 * (Stripes.Count + 2) * 1.05);
        GC.KeepAlive(arena);
    }
}
