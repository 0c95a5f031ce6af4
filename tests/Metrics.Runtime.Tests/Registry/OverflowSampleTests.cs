using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Cells;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class OverflowSampleTests
{
    private readonly ManualClock _clock = new();
    private readonly CollectorRegistry _registry;
    private readonly List<LabelOverflow> _told = [];

    public OverflowSampleTests()
    {
        _registry = new CollectorRegistry { TimeProvider = _clock };
        _registry.LabelOverflowed += _told.Add;
    }

    [Fact]
    public void ScrapeTellsOneOfTheValuesThatDidNotFit()
    {
        var family = _registry.Counter("jobs_total", Declare.Open("tenant", 1));
        foreach (var tenant in new[] { "a", "b", "c", "a" })
        {
            family.At(family.Intern(0, tenant)).Inc();
        }

        Assert.Empty(_told);
        _ = _registry.Text();
        _ = _registry.Text();
        Assert.Equal([new LabelOverflow("jobs_total", "tenant", "b", 2)], _told);
    }

    [Fact]
    public void LabelIsToldOfOnceAMinute()
    {
        var family = _registry.Counter("jobs_total", Declare.Closed("kind", "mail"));
        for (var minute = 0; minute < 3; minute++)
        {
            for (var i = 0; i < 4; i++)
            {
                _ = family.Overflow(0, 100 + i);
                _ = _registry.Text();
                _clock.Advance(TimeSpan.FromSeconds(15));
            }
        }

        Assert.Equal([1, 5, 9], _told.Select(overflow => overflow.Count));
        Assert.Equal(["100", "101", "101"], _told.Select(overflow => overflow.Value));
    }

    [Fact]
    public void LongValuesAreCut()
    {
        var family = _registry.Counter("jobs_total", Declare.Open("tenant", 1));
        _ = family.Intern(0, "a");
        _ = family.Intern(0, new string('b', 10_000));
        _ = _registry.Text();

        Assert.Equal(new string('b', 64), Assert.Single(_told).Value);
    }

    [Fact]
    public void HandlerThatThrowsCostsNothing()
    {
        var family = _registry.Counter("jobs_total", Declare.Closed("kind", "mail"));
        _registry.LabelOverflowed += static _ => throw new InvalidOperationException();
        _ = family.Overflow<string?>(0, null);
        _ = family.Overflow(0, "x");
        family.At(0).Inc();

        Assert.Equal(1, _registry.GetSampleValue("jobs_total", ("kind", "mail")));
        Assert.Equal("(null)", Assert.Single(_told).Value);
    }

    [Fact]
    public void NoOverflowIsToldTwiceByScrapesAtOnce()
    {
        var family = _registry.Counter("jobs_total", Declare.Open("tenant", 1));
        _ = family.Intern(0, "a");
        var told = 0;
        _registry.LabelOverflowed += _ => Interlocked.Increment(ref told);
        _registry.LabelOverflowed -= _told.Add;
        Threads.Run(4, thread =>
        {
            for (var i = 0; i < 500; i++)
            {
                _ = family.Intern(0, $"{thread} {i}");
                _ = _registry.Text();
            }
        });

        Assert.InRange(told, 1, 4);
        Assert.Equal(2_000, _registry.GetSampleValue("typedmetrics_label_overflow_total", ("metric", "jobs_total"), ("label", "tenant")));
    }
}
