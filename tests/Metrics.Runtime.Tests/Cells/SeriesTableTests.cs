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
        Assert.Equal(expected.Keys.Order(), Indexes(table));
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

        var position = 0;
        Assert.Equal(50, table.Next(8, ref position));
        Assert.Equal(90, table.Next(51, ref position));
        Assert.Equal(-1, table.Next(91, ref position));
        table.Set(60, 1);
        Assert.Equal(60, table.Next(51, ref position));
        Assert.Equal(3, table.Next(0, ref position));
    }

    [Fact]
    public void AllocatesNothingWhileItIsReadAndUnchanged()
    {
        var table = new SeriesTable<nint>(1_000_000);
        for (var i = 0; i < 1000; i++)
        {
            table.Set(i * 7, 1);
        }

        Assert.Equal(1000, Indexes(table).Count);
        var count = 0;
        Assert.Equal(0, TypedMetrics.Tests.Allocations.LeastOf(5, () =>
        {
            var position = 0;
            count = 0;
            for (var index = 0; (index = table.Next(index, ref position)) >= 0; index++)
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

        Assert.Equal(Count, Indexes(table).Count);

        static int Index(int i) => (int)((uint)i * 2_654_435_769 & int.MaxValue);
    }

    private static List<int> Indexes<T>(SeriesTable<T> table)
    {
        var indexes = new List<int>();
        var position = 0;
        for (var index = 0; (index = table.Next(index, ref position)) >= 0; index++)
        {
            indexes.Add(index);
        }

        return indexes;
    }
}
