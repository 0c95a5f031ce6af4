using TypedMetrics.Cells;

namespace TypedMetrics.Runtime.Tests.Cells;

public sealed unsafe class CounterCellTests
{
    private readonly CellArena _arena = new(CounterCell.BlockSize, CounterCell.Size, CounterCell.PerBlock);
    private readonly CellArena _fractions = new(CounterCell.FractionsSize, CounterCell.FractionsSize, cellsPerBlock: 1);

    [Fact]
    public void NeverGoesBackByABitWhereverAmountsAreAdded()
    {
        var random = new Random(2);
        _ = _arena.Allocate();
        var cell = _arena.Allocate();
        var last = 0.0;
        for (var i = 0; i < 200_000; i++)
        {
            var stripe = random.Next(Stripes.Count);
            if (i < 1_000 || random.Next(3) == 0)
            {
                *(long*)(cell + (stripe * Stripes.LineSize)) += random.Next(5);
            }
            else
            {
                *Fraction(cell, stripe) += random.NextDouble() * Math.Pow(10, random.Next(-12, 6));
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
        *Fraction(cell, stripe: 0) = 0.5;
        Assert.False(CounterCell.Read(cell, out _, out var value));
        Assert.Equal(3.5, value);
        *Fraction(cell, stripe: 0) = 1;
        Assert.True(CounterCell.Read(cell, out var whole, out _));
        Assert.Equal(4, whole);

        // Above 2^53 a double does not hold each integer.
        *(long*)cell = (1L << 53) + 4;
        Assert.False(CounterCell.Read(cell, out _, out _));
    }

    [Fact]
    public void CountsPastTheLargestLong()
    {
        var cell = _arena.Allocate();
        *(long*)cell = long.MaxValue;
        Assert.True(CounterCell.TryAdd(cell, 10_000));
        Assert.False(CounterCell.Read(cell, out _, out var value));
        Assert.Equal(9223372036854785807.0, value);
        Assert.False(CounterCell.TryReadBlock(CounterCell.BlockOf(cell), out _, out _));
        Assert.Equal(9223372036854785807.0, CounterCell.Take(cell));
    }

    [Fact]
    public void GivesWhatItHeldWhenItIsTaken()
    {
        var cell = _arena.Allocate();
        Assert.True(CounterCell.TryAdd(cell, 3));
        Assert.False(CounterCell.TryAdd(cell, 0.25));
        _ = Fraction(cell, stripe: 0);
        Assert.True(CounterCell.TryAdd(cell, 0.25));
        Assert.True(CounterCell.TryAdd(cell, 1e12));
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
        _ = Fraction(cell, stripe: 0);
        for (var target = step; target < step * 100; target += step)
        {
            *Fraction(cell, random.Next(Stripes.Count)) += random.NextDouble() * step / 4;
            CounterCell.RaiseTo(cell, target);
            _ = CounterCell.Read(cell, out _, out var value);
            Assert.True(value >= target, $"{value:R} is below {target:R}");
            Assert.Equal(target, value, Math.Max(1e-9, target * 0.3));
        }
    }

    [Fact]
    public void ReadsABlockAtOnceWhereAllIsWholeAndExact()
    {
        var cells = Enumerable.Range(0, CounterCell.PerBlock).Select(_ => _arena.Allocate()).ToArray();
        for (var i = 0; i < cells.Length; i++)
        {
            CounterCell.Header(cells[i]) = i * 10;
            for (var stripe = 0; stripe < Stripes.Count; stripe++)
            {
                *(long*)(cells[i] + (stripe * Stripes.LineSize)) = ((i + 1) * 1_000_000_000_000) + stripe;
            }
        }

        Assert.True(CounterCell.TryReadBlock(cells[0], out var sums, out var headers));
        for (var i = 0; i < cells.Length; i++)
        {
            Assert.True(CounterCell.Read(cells[i], out var whole, out _));
            Assert.Equal((whole, i * 10L), (sums[i], headers[i]));
        }

        *(long*)cells[3] = 1L << 53;
        Assert.Equal(Stripes.Count == 1, CounterCell.TryReadBlock(cells[0], out _, out _));
        *(long*)cells[3] = 0;
        Assert.True(CounterCell.TryReadBlock(cells[0], out _, out _));
        *Fraction(cells[5], stripe: 0) = 0.5;
        Assert.False(CounterCell.TryReadBlock(cells[0], out _, out _));
    }

    // The fraction of a stripe; a block without fractions gets them.
    private double* Fraction(nint cell, int stripe)
    {
        ref var fractions = ref CounterCell.Fractions(cell);
        fractions = fractions == 0 ? _fractions.Allocate() : fractions;
        return (double*)(fractions + (cell - CounterCell.BlockOf(cell)) + (stripe * Stripes.LineSize));
    }
}
