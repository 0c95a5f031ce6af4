using TypedMetrics.Cells;

namespace TypedMetrics.Runtime.Tests.Cells;

public sealed class SeriesWalkTests
{
    private const int Count = 2000;

    [Fact]
    public void SeriesThatComeMeanwhileDoNotMakeAWalkSortAnew()
    {
        var table = new SeriesTable<nint>(int.MaxValue);
        for (var i = 1; i <= Count; i++)
        {
            table.Set(i * 1000, 1);
        }

        var position = 0;
        var walked = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; (index = table.Next(index, ref position)) >= 0; index++)
        {
            walked++;
            table.Set(walked, 1);
        }

        // The table itself grows; to sort 2,000 indexes at each of 2,000 steps takes 32 MB.
        Assert.Equal(Count, walked);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        position = 0;
        Assert.Equal(1, table.Next(0, ref position));
    }

    [Fact]
    public void HintOfAnotherWalkMisleadsNobody()
    {
        var table = new SeriesTable<nint>(int.MaxValue);
        for (var i = 0; i < Count; i++)
        {
            table.Set(i * 3, 1);
        }

        for (var hint = -1; hint <= Count + 1; hint++)
        {
            foreach (var index in (int[])[0, 1, hint * 3, (hint * 3) - 2, (Count * 3) - 3, (Count * 3) - 2])
            {
                var position = hint;
                var start = Math.Max(index, 0);
                var expected = (start + 2) / 3 * 3;
                Assert.Equal(expected < Count * 3 ? expected : -1, table.Next(start, ref position));
            }
        }
    }
}
