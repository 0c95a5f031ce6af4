using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Cells;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class ControlTests
{
    private static readonly LabelDeclaration Kind = LabelDeclaration.Closed("kind", ["mail", "file"], other: -1);

    private readonly CollectorRegistry _registry = new() { SelfMetrics = false };

    [Fact]
    public void DisabledMetricCountsOnUnseen()
    {
        var counter = _registry.Counter("jobs_total").At(0);
        Control("jobs_total", new MetricControl { Disabled = true });
        counter.Inc();

        Assert.Empty(_registry.Text());
        _registry.Controls = new Dictionary<string, MetricControl>();
        Assert.Equal(1, _registry.GetSampleValue("jobs_total"));
    }

    [Fact]
    public void DisabledByItsOwnCallStaysSoWhateverTheControlsSay()
    {
        _registry.Counter("jobs_total").At(0).Inc();
        _registry.Disable("jobs_total");
        Control("jobs_total", new MetricControl());

        Assert.Empty(_registry.Text());
        _registry.Enable("jobs_total");
        Assert.Equal(1, _registry.GetSampleValue("jobs_total"));
    }

    [Fact]
    public void LoweredMaximumOfSeriesKeepsThoseThatAreThere()
    {
        var family = _registry.Counter("jobs_total", Declare.Open("tenant", 100));
        Touch(family, "a", "b");
        Control("jobs", new MetricControl { MaxSeries = 2 });
        Touch(family, "a", "c", "d");
        Control("jobs", new MetricControl { MaxSeries = 1_000_000 });

        Assert.Equal(
            ["jobs_total{tenant=\"a\"} 2", "jobs_total{tenant=\"b\"} 1", "jobs_total{tenant=\"other\"} 2"],
            _registry.Samples("jobs_total"));
        Assert.Equal(2, family.SeriesOverflows);
        Assert.Equal(MetricDeclaration.DefaultMaxSeries, family.MaxSeries);
    }

    [Fact]
    public void LoweredMaximumOfValuesKeepsThoseThatAreKnown()
    {
        var family = _registry.Counter("jobs_total", Declare.Open("tenant", 100));
        Touch(family, "a", "b");
        Control("jobs_total", new MetricControl { MaxValues = { ["tenant"] = 1 } });
        Touch(family, "b", "c", "d");
        _registry.Controls = new Dictionary<string, MetricControl>();
        Touch(family, "d");

        Assert.Equal(
            ["jobs_total{tenant=\"a\"} 1", "jobs_total{tenant=\"b\"} 2", "jobs_total{tenant=\"d\"} 1", "jobs_total{tenant=\"other\"} 2"],
            _registry.Samples("jobs_total"));
    }

    [Fact]
    public void ControlHoldsForMetricsThatComeLater()
    {
        Control("jobs_total", new MetricControl { MaxSeries = 1 });
        var family = _registry.Counter("jobs_total", Declare.Open("tenant", 100));
        Touch(family, "a", "b");

        Assert.Equal(1, family.MaxSeries);
        Assert.Equal(["jobs_total{tenant=\"a\"} 1", "jobs_total{tenant=\"other\"} 1"], _registry.Samples("jobs_total"));
        Assert.Empty(_registry.Problems);
    }

    [Fact]
    public void FoldedLabelOfACounterIsAddedUp()
    {
        var family = _registry.Counter("jobs_total", Declare.Open("tenant", 100), Kind);
        foreach (var (tenant, kind, amount) in new[] { ("a", 0, 1.5), ("b", 0, 2.0), ("b", 1, 3.0) })
        {
            family.At((family.Intern(0, tenant) * 2) + kind).Inc(amount);
        }

        Fold("jobs_total", "tenant");
        Assert.Equal(["jobs_total{kind=\"mail\"} 3.5", "jobs_total{kind=\"file\"} 3"], _registry.Samples("jobs_total"));
        Fold("jobs_total", "tenant", "kind");
        Assert.Equal(["jobs_total 6.5"], _registry.Samples("jobs_total"));
        Fold("jobs_total");
        Assert.Equal(3, _registry.Samples("jobs_total").Length);
    }

    [Fact]
    public void FoldedOpenLabelTakesNoNewTexts()
    {
        var family = _registry.Counter("jobs_total", Declare.Open("tenant", 100));
        Touch(family, "a");
        Fold("jobs_total", "tenant");
        Touch(family, "b", "c");

        Assert.Equal(["jobs_total 3"], _registry.Samples("jobs_total"));
        Fold("jobs_total");
        Assert.Equal(["jobs_total{tenant=\"a\"} 1", "jobs_total{tenant=\"other\"} 2"], _registry.Samples("jobs_total"));
    }

    [Fact]
    public void FoldedLabelsOfOtherTypesAreAddedUpToo()
    {
        _registry.ConstantLabels = new Dictionary<string, string> { ["shop"] = "north" };
        var gauge = _registry.Gauge("depth", Kind);
        var histogram = _registry.Histogram("wait_seconds", [1, 2], Kind);
        for (var i = 0; i < 2; i++)
        {
            gauge.At(i).Set(i + 1);
            histogram.At(i).Observe(i + 0.5);
        }

        _registry.Controls = new Dictionary<string, MetricControl>
        {
            ["depth"] = new() { FoldedLabels = { "kind" } },
            ["wait_seconds"] = new() { FoldedLabels = { "kind" } },
        };
        Assert.Equal(["depth{shop=\"north\"} 3"], _registry.Samples("depth"));
        Assert.Equal(
            [
                "wait_seconds_bucket{shop=\"north\",le=\"1.0\"} 1", "wait_seconds_bucket{shop=\"north\",le=\"2.0\"} 2",
                "wait_seconds_bucket{shop=\"north\",le=\"+Inf\"} 2", "wait_seconds_sum{shop=\"north\"} 2", "wait_seconds_count{shop=\"north\"} 2",
            ],
            _registry.Samples("wait_seconds"));
    }

    [Fact]
    public void WhatCannotBeFollowedIsReported()
    {
        _registry.Counter("jobs_total", Kind);
        _registry.Controls = new Dictionary<string, MetricControl>
        {
            ["jobs_total"] = new() { FoldedLabels = { "tenant" }, MaxValues = { ["kind"] = 1 } },
            ["nothing_total"] = new() { MaxSeries = 1 },
            ["of_a_collector"] = new() { Disabled = true },
        };
        _ = _registry.Text();

        Assert.Equal(
            [
                "its control names the label 'tenant', which it has not",
                "its control lowers the maximum of the label 'kind', whose values are listed or those of a type",
                "'nothing_total' is controlled, and no group declares it",
            ],
            _registry.Problems.Select(problem => problem.Message));
    }

    [Fact]
    public void NegativeMaximaAreRefusedAndChangeNothing()
    {
        Control("jobs_total", new MetricControl { MaxSeries = 5 });
        Assert.Throws<ArgumentException>(() => Control("jobs_total", new MetricControl { MaxSeries = -1 }));
        Assert.Throws<ArgumentException>(() => Control("jobs_total", new MetricControl { MaxValues = { ["tenant"] = -1 } }));
        Assert.Throws<ArgumentNullException>(() => _registry.Controls = null!);
        Assert.Equal(5, _registry.Controls["jobs_total"].MaxSeries);
    }

    [Fact]
    public void FoldedCounterIsExactAndNeverGoesBackWhileItIsUpdated()
    {
        const int Updates = 20_000;
        var family = _registry.Counter("jobs_total", Declare.Open("tenant", 64), Kind);
        var running = 3;
        Threads.Run(5, thread =>
        {
            if (thread < 3)
            {
                for (var i = 0; i < Updates; i++)
                {
                    family.At((family.Intern(0, $"t{(i + thread) % 100}") * 2) + (i % 2)).Inc(0.5);
                }

                Interlocked.Decrement(ref running);
                return;
            }

            var last = 0.0;
            for (var i = 0; Volatile.Read(ref running) > 0; i++)
            {
                if (thread == 3)
                {
                    Fold("jobs_total", i % 2 == 0 ? ["tenant", "kind"] : ["tenant"]);
                }
                else
                {
                    var now = _registry.Samples("jobs_total").Sum(Declare.ValueOf);
                    Assert.True(now >= last);
                    last = now;
                }
            }
        });

        Fold("jobs_total", "tenant", "kind");
        Assert.Equal(3 * Updates * 0.5, _registry.GetSampleValue("jobs_total"));
    }

    private void Control(string metric, MetricControl control) =>
        _registry.Controls = new Dictionary<string, MetricControl> { [metric] = control };

    private void Fold(string metric, params string[] labels) =>
        Control(metric, new MetricControl { FoldedLabels = labels.ToHashSet(StringComparer.Ordinal) });

    private static void Touch(CounterFamily family, params string[] texts)
    {
        foreach (var text in texts)
        {
            family.At(family.Intern(0, text)).Inc();
        }
    }
}
