using TypedMetrics.Cells;

namespace TypedMetrics.Runtime.Tests.Cells;

public sealed class SeriesTableTests
{
    [Theory]
    [InlineData(SeriesTable<nint>.LargestDense)]
    [InlineData(SeriesTable<nint>.LargestDense + 1L)]
    [InlineData(long.MaxValue)]
    public void FindsWhatWasSetAndNothingElse(long seriesCount)
    {
        var table = new SeriesTable<nint>(seriesCount);
        var random = new Random(4);
        var expected = new Dictionary<int, nint>();
        for (var i = 1; i < 2000; i++)
        {
            var index = random.Next((int)Math.Min(seriesCount, int.MaxValue));
            table.Set(index, i);
            expected[index] = i;
            var other = random.Next((int)Math.Min(seriesCount, int.MaxValue));
            Assert.Equal(expected.GetValueOrDefault(other), table.Find(other));
        }

        Assert.All(expected, pair => Assert.Equal(pair.Value, table.Find(pair.Key)));
        Assert.Equal(0, table.Find(-1));
        Assert.Equal(0, table.Find(int.MinValue));
        Assert.Equal(expected.Keys.Order(), table.IndexesFrom(0));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void GoesOnFromAnyIndexInOrder(long seriesCount)
    {
        var table = new SeriesTable<nint>(seriesCount);
        foreach (var index in (int[])[90, 3, 50, 7])
        {
            table.Set(index, 1);
        }

        Assert.Equal([50, 90], table.IndexesFrom(8));
        Assert.Equal([90], table.IndexesFrom(51));
        Assert.Empty(table.IndexesFrom(91));
        table.Set(60, 1);
        Assert.Equal([3, 7, 50, 60, 90], table.IndexesFrom(0));
        Assert.Equal([60, 90], table.IndexesFrom(51));
    }

    [Fact]
    public void IndexesThatMeetUnderOneKeyAreSpreadUnderOthers()
    {
        const int Shift = 20;
        var chosen = Enumerable.Range(0, 1 << 20).Select(i => i * 8).Where(index => HashedCells<nint>.SlotOf(index, key: 0, Shift) == 0).ToArray();
        Assert.InRange(chosen.Length, 200, 300);
        var random = new Random(5);
        for (var i = 0; i < 20; i++)
        {
            var key = (uint)random.Next();
            Assert.InRange(chosen.CountBy(index => HashedCells<nint>.SlotOf(index, key, Shift)).Max(slot => slot.Value), 1, 20);
        }
    }

    [Fact]
    public void AllocatesNothingWhileItIsReadAndUnchanged()
    {
        var table = new SeriesTable<nint>(1_000_000);
        for (var i = 0; i < 1000; i++)
        {
            table.Set(i * 7, 1);
        }

        Assert.Equal(1000, table.IndexesFrom(0).Count);
        var count = 0;
        Assert.Equal(0, TypedMetrics.Tests.Allocations.LeastOf(5, () =>
        {
            count = 0;
            var walk = table.From(0);
            while (walk.MoveNext())
            {
                count++;
            }
        }));
        Assert.Equal(1000, count);
    }

    [Fact]
    public void ReadersMissNothingWhileItGrows()
    {
        const int Count = 200_000;
        var table = new SeriesTable<object>(int.MaxValue);
        var set = 0;
        Threads.Run(
            () =>
            {
                for (var i = 0; i < Count; i++)
                {
                    table.Set(Index(i), i);
                    Volatile.Write(ref set, i + 1);
                }
            },
            () =>
            {
                var random = new Random(5);
                for (int known; (known = Volatile.Read(ref set)) < Count;)
                {
                    if (known > 0 && random.Next(known) is var i)
                    {
                        Assert.Equal(i, table.Find(Index(i)));
                    }
                }
            });

        Assert.Equal(Count, table.IndexesFrom(0).Count);

        static int Index(int i) => (int)((uint)i * 2_654_435_769 & int.MaxValue);
    }
}
