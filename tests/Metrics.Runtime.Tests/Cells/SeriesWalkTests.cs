using TypedMetrics.Cells;

namespace TypedMetrics.Runtime.Tests.Cells;

public sealed class SeriesWalkTests
{
    private const int Count = 2000;

    [Fact]
    public void SeriesThatComeMeanwhileDoNotMakeAWalkSortAnew()
    {
        var table = Table(step: 1000);
        var walked = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var walk = table.From(0);
        while (walk.MoveNext())
        {
            walked++;
            table.Set(walked, 1);
        }

        // The table itself grows; to sort 2,000 indexes at each of 2,000 steps takes 32 MB.
        Assert.Equal(Count, walked);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal(1, table.IndexesFrom(0)[0]);
        Assert.Equal(2 * Count - 2, table.IndexesFrom(0).Count);
    }

    [Fact]
    public void PausesDoNotMakeAWalkSortAnew()
    {
        const int Steps = 20;
        var table = Table(step: 1000);
        var walked = new List<int>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var next = 0; next < Count * 1000; next = walked[^1] + 1)
        {
            var walk = table.From(next);
            for (var i = 0; i < Steps && walk.MoveNext(); i++)
            {
                walked.Add(walk.Index);
            }

            // One comes and one goes at each pause, and with the last the table grows.
            table.Set(walked.Count, 1);
            table.Set(walked[0], walked.Count % 200 == 0 ? 1 : 0);
        }

        // 100 times 2,000 indexes and cells would be 2.4 MB.
        Assert.Equal(Enumerable.Range(1, Count).Select(i => i * 1000), walked);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000);
    }

    [Fact]
    public void BeginsAtAnyIndex()
    {
        var table = Table(step: 3);
        foreach (var index in (int[])[0, 1, 2, 3, 4, 3000, 3001, (Count * 3) - 1, Count * 3, (Count * 3) + 1, int.MaxValue])
        {
            var walk = table.From(index);
            var expected = Math.Max(3, ((long)index + 2) / 3 * 3);
            Assert.Equal(expected <= Count * 3, walk.MoveNext());
            Assert.Equal(expected <= Count * 3 ? expected : 0, walk.Index);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SeriesThatGoMeanwhileAreLeftOutEvenWhereTheTableIsReplaced(bool grows)
    {
        var table = Table(step: 1000);
        var walk = table.From(0);
        Assert.True(walk.MoveNext());
        if (grows)
        {
            for (var i = 1; i < 10_000; i++)
            {
                table.Set((i * 1000) + 1, 1);
            }
        }

        table.Set(2000, 0);
        table.Set(3000, 7);
        Assert.True(walk.MoveNext());
        Assert.Equal((3000, 7), (walk.Index, walk.Cell));
    }

    private static SeriesTable<nint> Table(int step)
    {
        var table = new SeriesTable<nint>(int.MaxValue);
        for (var i = 1; i <= Count; i++)
        {
            table.Set(i * step, 1);
        }

        return table;
    }
}
