using TypedMetrics.Cells;
using TypedMetrics.Runtime.Tests.Cells;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Expiry;

/// <summary>What series leave behind that have gone with their values.</summary>
public sealed class RecyclingTests
{
    private readonly Mortal _mortal = new();

    [Fact]
    public void AHashTableForgetsIndexesThatHaveNoCell()
    {
        var table = new SeriesTable<string>(seriesCount: int.MaxValue);
        for (var i = 0; i < 100_000; i++)
        {
            table.Set(i * 37, "cell");
            if (i >= 100)
            {
                table.Set((i - 100) * 37, null);
            }

            if (i % 10_000 == 9_999)
            {
                Assert.Equal(Enumerable.Range(i - 99, 100).Select(living => living * 37), table.IndexesFrom(0));
                Assert.InRange(table.Hashed.Count, 100, 1_000);
            }
        }
    }

    [Fact]
    public void ACellThatWasGivenBackIsUsedAgain()
    {
        var arena = new CellArena(CounterCell.BlockSize, CounterCell.Size, CounterCell.PerBlock);
        var cell = arena.Allocate();
        var other = arena.Allocate();
        arena.Free(cell);
        Assert.Equal(cell, arena.Allocate());
        Assert.NotEqual(other, arena.Allocate());
    }

    [Fact]
    public void ARecycledCellBeginsAtZeroUntouched()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 1));
        family.Of("a").Inc(0.5);
        family.Of("a").Inc(2);
        _mortal.Pass(Mortal.PeriodsToExpire + Mortal.PeriodsOfRest + 1);
        Assert.Empty(_mortal.Registry.Samples("orders_total"));
        Assert.Equal(0, family.Of("b").Value);
        family.Of("b").Inc(0);
        Assert.Equal(["orders_total{tenant=\"b\"} 0"], _mortal.Registry.Samples("orders_total"));
    }

    [Fact]
    public void UpdatesAllocateNothingOnceWarm()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 2));
        var stale = family.Of("stale");
        stale.Inc();
        _mortal.Pass(Mortal.PeriodsToExpire + 1);
        stale.Inc();
        var kept = family.Of("tenant");
        kept.Inc();
        family.Of("gone").Inc();
        _mortal.Pass(Mortal.PeriodsToExpire + 1, () => _ = family.Of("tenant"));
        var gauge = _mortal.Registry.Gauge("level", Mortal.Label("tenant", 2));
        gauge.Of("tenant").Set(1);
        Assert.Equal(0, TypedMetrics.Tests.Allocations.LeastOf(5, () =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                family.Of("tenant").Inc();
                stale.Inc();
                kept.Inc();
                gauge.Of("tenant").Set(kept.Value);
            }
        }));
    }
}
