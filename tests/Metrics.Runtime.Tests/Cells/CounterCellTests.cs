using TypedMetrics.Cells;

namespace TypedMetrics.Runtime.Tests.Cells;

public sealed unsafe class CounterCellTests
{
    private readonly CellArena _arena = new(CounterCell.BlockSize, CounterCell.PerBlock);

    [Fact]
    public void NeverGoesBackByABitWhereverAmountsAreAdded()
    {
        var random = new Random(2);
        var cell = _arena.Allocate();
        var last = 0.0;
        for (var i = 0; i < 200_000; i++)
        {
            var stripe = cell + (random.Next(Stripes.Count) * Stripes.LineSize);
            if (random.Next(3) == 0)
            {
                *(long*)stripe += random.Next(5);
            }
            else
            {
                *(double*)(stripe + sizeof(long)) += random.NextDouble() * Math.Pow(10, random.Next(-12, 6));
            }

            _ = CounterCell.Read(cell, out _, out var value);
            Assert.True(value >= last, $"{value:R} follows {last:R}");
            last = value;
        }
    }

    [Fact]
    public void ReadsIntegralValuesAsIntegers()
    {
        var cell = _arena.Allocate();
        *(long*)cell = 3;
        *(double*)(cell + sizeof(long)) = 0.5;
        Assert.False(CounterCell.Read(cell, out _, out var value));
        Assert.Equal(3.5, value);
        *(double*)(cell + sizeof(long)) = 1;
        Assert.True(CounterCell.Read(cell, out var whole, out _));
        Assert.Equal(4, whole);

        // Above 2^53 a double does not hold each integer.
        *(long*)cell = (1L << 53) + 4;
        Assert.False(CounterCell.Read(cell, out _, out _));
    }

    [Fact]
    public void GivesWhatItHeldWhenItIsTaken()
    {
        var cell = _arena.Allocate();
        CounterCell.Add(cell, 3);
        CounterCell.Add(cell, 0.25);
        CounterCell.Add(cell, 1e12);
        Assert.Equal(1e12 + 3.25, CounterCell.Take(cell));
        Assert.Equal(0, CounterCell.Take(cell));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.30000000000000004)]
    [InlineData(1e17)]
    public void RaisesToAtLeastTheTargetOnTopOfAnyParts(double step)
    {
        var random = new Random(3);
        var cell = _arena.Allocate();
        for (var target = step; target < step * 100; target += step)
        {
            *(double*)(cell + (random.Next(Stripes.Count) * Stripes.LineSize) + sizeof(long)) += random.NextDouble() * step / 4;
            CounterCell.RaiseTo(cell, target);
            _ = CounterCell.Read(cell, out _, out var value);
            Assert.True(value >= target, $"{value:R} is below {target:R}");
            Assert.Equal(target, value, Math.Max(1e-9, target * 0.3));
        }
    }
}
