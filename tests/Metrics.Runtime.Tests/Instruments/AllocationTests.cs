using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class AllocationTests
{
    private readonly CollectorRegistry _registry = new();
    private readonly LabelDeclaration[] _labels;

    // Every kind of label; the index space is a small one, and with the wide range a large one.
    public AllocationTests() => _labels =
    [
        Declare.Closed("method", "get", "post"),
        Declare.Bool("warm"),
        LabelDeclaration.Range("shard", 0, 7, nullable: true),
        Declare.Open("tenant", 3, nullable: true),
    ];

    public static TheoryData<bool> Sizes => [false, true];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void CounterUpdatesAllocateNothing(bool large)
    {
        var family = _registry.Counter("orders_total", Labels(large));
        AssertAllocatesNothing(() =>
        {
            var counter = family.At(Index(family));
            counter.Inc();
            counter.Inc(3L);
            counter.Inc(5_000_000_000L);
            counter.Inc(0.5);
            counter.IncTo(1e12);
            counter.Inc(-1L);
            counter.Inc(double.NaN);
            _ = counter.Value;
        });
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void GaugeUpdatesAllocateNothing(bool large)
    {
        var family = _registry.Gauge("level", Labels(large));
        AssertAllocatesNothing(() =>
        {
            var gauge = family.At(Index(family));
            gauge.Set(3);
            gauge.Inc();
            gauge.Inc(0.5);
            gauge.Dec();
            gauge.Dec(0.5);
            gauge.Inc(double.NaN);
            gauge.SetToCurrentTime();
            using (gauge.TrackInProgress())
            using (gauge.Time())
            {
                _ = gauge.Value;
            }
        });
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void HistogramUpdatesAllocateNothing(bool large)
    {
        var family = _registry.Histogram("duration_seconds", [0.1, 1], Labels(large));
        AssertAllocatesNothing(() =>
        {
            var histogram = family.At(Index(family));
            histogram.Observe(0.5);
            histogram.Observe(double.PositiveInfinity);
            histogram.Observe(double.NaN);
            histogram.Observe(TimeSpan.FromSeconds(1));
            using (histogram.Time())
            {
                _ = histogram.Count;
                _ = histogram.Sum;
            }

            _ = DurationTimer.Start().ObserveTo(histogram);
        });
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void SummaryUpdatesAllocateNothing(bool large)
    {
        // The first observation of each power of two takes memory, so time stands still.
        var registry = new CollectorRegistry { TimeProvider = new ManualClock() };
        var family = registry.Summary("duration_seconds", Labels(large));
        var timer = DurationTimer.Start(registry.TimeProvider);
        AssertAllocatesNothing(() =>
        {
            var summary = family.At(Index(family));
            summary.Observe(0.5);
            summary.Observe(-0.5);
            summary.Observe(0);
            summary.Observe(1e300);
            summary.Observe(double.PositiveInfinity);
            summary.Observe(double.NaN);
            summary.Observe(TimeSpan.FromSeconds(1));
            using (summary.Time())
            {
                _ = summary.Count;
                _ = summary.Sum;
                _ = summary.GetQuantile(0.5);
            }

            _ = timer.ObserveTo(summary);
        });
    }

    [Fact]
    public void ExemplarsThatComeTooSoonAllocateNothing()
    {
        var registry = new CollectorRegistry { TimeProvider = new ManualClock() };
        var counter = registry.Group().Counter(new MetricDeclaration("a_total") { Exemplars = true }).At(0);
        var histogram = registry.Group().Histogram(new MetricDeclaration("b") { Exemplars = true }).At(0);
        using var activity = new System.Diagnostics.Activity("test")
            .SetParentId(System.Diagnostics.ActivityTraceId.CreateRandom(), default, System.Diagnostics.ActivityTraceFlags.Recorded).Start();
        AssertAllocatesNothing(() =>
        {
            counter.Inc();
            counter.Inc(2, Exemplar.Of("trace_id", "abc"));
            histogram.Observe(1);
            histogram.Observe(1, Exemplar.Of("trace_id", "abc", "span_id", "def"));
            histogram.Observe(1, Exemplar.OfCurrentActivity());
        });
    }

    [Fact]
    public void OverflowingUpdatesAllocateNothing()
    {
        var group = _registry.Group();
        var counters = group.Counter(new("a_total") { Labels = [Declare.Open("t", 100)], MaxSeries = 1 });
        var gauges = group.Gauge(new("b") { Labels = [Declare.Open("t", 100)], MaxSeries = 1 });
        var histograms = group.Histogram(new("c") { Labels = [Declare.Open("t", 100)], MaxSeries = 1 });
        var summaries = group.Summary(new("d") { Labels = [Declare.Open("t", 100)], MaxSeries = 1 });
        string[] texts = [.. Enumerable.Range(0, 200).Select(i => $"text {i}")];
        AssertAllocatesNothing(() =>
        {
            foreach (var text in texts)
            {
                counters.At(counters.Intern(0, text)).Inc();
                gauges.At(gauges.Intern(0, text)).Set(1);
                gauges.At(gauges.Intern(0, text)).Inc();
                histograms.At(histograms.Intern(0, text)).Observe(1);
                summaries.At(summaries.Intern(0, text)).Observe(1);
                _ = counters.Overflow(0);
            }
        });
    }

    private LabelDeclaration[] Labels(bool large) =>
        large ? [.. _labels, LabelDeclaration.Range("wide", 0, 1_000_000, nullable: false)] : _labels;

    private static int Index(MetricFamily family)
    {
        var index = 1;
        index = (index * 2) + 1;
        index = (index * 10) + 9;
        _ = family.Intern(3, "third");
        index = (index * 5) + family.Intern(3, "second".AsSpan());
        return family.Labels.Length == 5 ? (index * 1_000_002) + 77 : index;
    }

    // The runtime itself may allocate while it compiles a method anew; an update that allocates does so in every round.
    [Theory]
    [MemberData(nameof(Sizes))]
    public void StateSetUpdatesAllocateNothing(bool large)
    {
        var family = _registry.Breaker("breaker_state", Labels(large));
        AssertAllocatesNothing(() =>
        {
            var breaker = family.At<BreakerState>(Index(family));
            breaker.Set(BreakerState.Open);
            breaker.Set(BreakerState.HalfOpen, true);
            breaker.Set(BreakerState.HalfOpen, false);
            breaker.Set(default);
            _ = breaker.Current;
            _ = breaker.IsSet(BreakerState.Open);
        });
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void InfoUpdatesAllocateNothing(bool large)
    {
        var family = _registry.Info("build_info", Labels(large));
        AssertAllocatesNothing(() =>
        {
            var build = family.At(Index(family));
            build.Set();
            _ = build.IsSet;
            build.Remove();
        });
    }

    private static void AssertAllocatesNothing(Action update)
    {
        var allocated = long.MaxValue;
        for (var round = 0; round < 5 && allocated > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 300; i++)
            {
                update();
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }
}
