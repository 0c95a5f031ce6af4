using TypedMetrics.Cells;

namespace TypedMetrics.Runtime.Tests.Cells;

public sealed unsafe class CellArenaTests
{
    [Fact]
    public void CellsAreZeroAndDoNotOverlap()
    {
        var arena = new CellArena(CounterCell.BlockSize, CounterCell.PerBlock);
        arena.Expect(5);
        for (var i = 1; i <= 1000; i++)
        {
            var cell = arena.Allocate();
            for (var stripe = 0; stripe < Stripes.Count; stripe++)
            {
                var words = (long*)(cell + (stripe * Stripes.LineSize));
                Assert.Equal((0L, 0L), (words[0], words[1]));
                (words[0], words[1]) = (i, -i);
            }

            Assert.Equal((0L, 0L), (CounterCell.Header(cell), CounterCell.PreviousHeader(cell)));
            CounterCell.Header(cell) = i;
            CounterCell.PreviousHeader(cell) = -i;
        }
    }

    [Fact]
    public void NoStripeOfABlockSharesALineWithAnother()
    {
        var arena = new CellArena(CounterCell.BlockSize, CounterCell.PerBlock);
        for (var i = 0; i < 100; i++)
        {
            var cell = arena.Allocate();
            Assert.Equal(i % CounterCell.PerBlock * CellArena.CellSize, cell % Stripes.LineSize);
        }
    }

    // What a peer pays for one series is 189 to 555 bytes; here it is 16 a stripe and 16 for the series.
    [Fact]
    public void CostsSixteenBytesAStripeAndSixteenForTheSeries()
    {
        const int Cells = 100_000;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var arena = new CellArena(CounterCell.BlockSize, CounterCell.PerBlock);
        for (var i = 0; i < Cells; i++)
        {
            _ = arena.Allocate();
        }

        var perCell = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Cells;
        Assert.InRange(perCell, 16 * (Stripes.Count + 1), 16 * (Stripes.Count + 1) * 1.05);
        GC.KeepAlive(arena);
    }
}
