using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Expiry;

/// <summary>Values that are not seen for their time are freed, with their series.</summary>
public sealed class ExpiryTests
{
    private readonly Mortal _mortal = new();

    [Fact]
    public void FreesAValueThatWasNotSeenForItsTime()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 5));
        family.Of("gone").Inc(3);
        family.Of("stays").Inc();
        _mortal.Scrape();

        _mortal.Pass(Mortal.PeriodsToExpire - 1, () => family.Of("stays").Inc());
        Assert.Contains("orders_total{tenant=\"gone\"} 3", _mortal.Registry.Samples("orders_total"));
        _mortal.Pass(1, () => family.Of("stays").Inc());
        Assert.Equal(["orders_total{tenant=\"stays\"} 6"], _mortal.Registry.Samples("orders_total"));
        Assert.Equal(1, family.SeriesTouched);
    }

    [Fact]
    public void NeverFreesAValueEarlyHoweverSeldomScrapesCome()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 5));
        family.Of("tenant").Inc();
        _mortal.Scrape();
        for (var i = 0; i < 20; i++)
        {
            _mortal.Clock.Advance(TimeSpan.FromSeconds(10 * Mortal.Seconds));
            family.Of("tenant").Inc();
            _mortal.Scrape();
        }

        Assert.Equal(21, family.Of("tenant").Value);
    }

    [Fact]
    public void ScrapesWithinAPeriodFreeNothing()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 5));
        family.Of("tenant").Inc();
        for (var i = 0; i < 50; i++)
        {
            _mortal.Scrape();
        }

        Assert.Equal(1, family.Of("tenant").Value);
    }

    [Fact]
    public void AFreedIndexRestsBeforeAnotherTextGetsIt()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 1));
        family.Of("first").Inc();
        _mortal.Scrape();
        _mortal.Pass(Mortal.PeriodsToExpire);
        Assert.Empty(_mortal.Registry.Samples("orders_total"));

        _mortal.Pass(Mortal.PeriodsOfRest - 1, () => family.Of("second").Inc());
        Assert.Equal(["orders_total{tenant=\"other\"} 3"], _mortal.Registry.Samples("orders_total"));
        _mortal.Pass(1);
        family.Of("second").Inc(5);
        Assert.Equal(["orders_total{tenant=\"second\"} 5", "orders_total{tenant=\"other\"} 3"], _mortal.Registry.Samples("orders_total"));
    }

    [Fact]
    public void AProcessWithChurningTenantsStaysWithinItsMaximum()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 12));
        for (var i = 0; i < 500; i++)
        {
            var name = "tenant " + i;
            _mortal.Pass(1, () => family.Of(name).Inc());
            Assert.Equal(1, family.Of(name).Value);
        }

        Assert.Equal(0, family.Labels[0].Overflows);
        Assert.InRange(family.SeriesTouched, 1, 12);
        Assert.Equal(500 - family.SeriesTouched, family.Expired);
    }

    [Fact]
    public void FreesWithoutScrapesWhenThereIsNoIndexLeft()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 1));
        family.Of("first").Inc();
        for (var i = 0; i < 64 * (1 + Mortal.PeriodsToExpire + Mortal.PeriodsOfRest); i++)
        {
            family.Of("second").Inc();
            _mortal.Clock.Advance(TimeSpan.FromSeconds(Mortal.Seconds / 4 / 32));
        }

        family.Of("second").Inc();
        Assert.NotEqual(0, family.Of("second").Value);
        Assert.Equal(1, family.Expired);
    }

    [Fact]
    public void MakesRoomAmongTheMaximumOfSeries()
    {
        var family = _mortal.Registry.Group().Counter(new MetricDeclaration("orders_total") { Labels = [Mortal.Label("tenant", 50)], MaxSeries = 2 });
        for (var i = 0; i < 20; i++)
        {
            family.Of("tenant " + i).Inc();
            _mortal.Pass(Mortal.PeriodsToExpire + 1);
        }

        Assert.Equal(0, family.SeriesOverflows);
    }

    [Fact]
    public void FreesValuesOfEachLabelOnItsOwn()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 3), Mortal.Label("item", 3));
        family.Of("a", "x").Inc(1);
        family.Of("a", "y").Inc(2);
        family.Of("b", "y").Inc(4);
        _mortal.Scrape();
        _mortal.Pass(Mortal.PeriodsToExpire, () => _ = family.Of("a", "y"));
        Assert.Equal(["orders_total{tenant=\"a\",item=\"y\"} 2"], _mortal.Registry.Samples("orders_total"));
        Assert.Equal(5, family.Expired);
    }

    [Fact]
    public void NothingExpiresThatIsNotSaidTo()
    {
        var family = _mortal.Counter("orders_total", Declare.Open("tenant", 3), Mortal.Label("item", 3));
        family.Of("a", "other").Inc();
        _mortal.Pass(20);
        Assert.Equal(1, family.Of("a", "other").Value);
    }

    [Fact]
    public void ShowsEachTextWithItsOwnSeriesAfterAnIndexHasChangedHands()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 1), Declare.Closed("kind", "x"));
        for (var i = 0; i < 5; i++)
        {
            var generation = MetricFamily.Generation;
            family.At(family.Intern(0, "tenant " + i) * 2, generation).Inc(i + 1);
            Assert.Equal([$"orders_total{{tenant=\"tenant {i}\",kind=\"x\"}} {i + 1}"], _mortal.Registry.Samples("orders_total"));
            _mortal.Pass(Mortal.PeriodsToExpire + Mortal.PeriodsOfRest + 1);
        }
    }

    [Fact]
    public void ALoweredMaximumHoldsForTextsThatComeAndGo()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 20));
        family.Labels[0].LowerMaximum(2);
        for (var i = 0; i < 4; i++)
        {
            family.Of("tenant " + i).Inc();
        }

        Assert.Equal(2, family.Labels[0].Overflows);
        _mortal.Pass(Mortal.PeriodsToExpire + 1);
        family.Of("late").Inc();
        Assert.Equal(1, family.Of("late").Value);
    }
}
