using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Cells;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class InclusionTests
{
    private readonly CollectorRegistry _registry = new() { SelfMetrics = false };
    private readonly CollectorRegistry _other = new() { SelfMetrics = false };

    public InclusionTests() => _registry.Include(_other);

    [Fact]
    public void FamiliesOfBothAreExposedInOrder()
    {
        _registry.Counter("b_total").At(0).Inc();
        _other.Counter("a_total").At(0).Inc(2);
        _other.Gauge("c").At(0).Set(3);

        Assert.Equal(
            "# TYPE a_total counter\na_total 2\n# TYPE b_total counter\nb_total 1\n# TYPE c gauge\nc 3\n",
            _registry.Text());
        Assert.Equal(2, _registry.GetSampleValue("a_total"));
        Assert.Null(_other.GetSampleValue("b_total"));
    }

    [Fact]
    public void ConstantLabelsTellTheSeriesOfOneFamilyApart()
    {
        _registry.ConstantLabels = new Dictionary<string, string> { ["shop"] = "north" };
        _other.ConstantLabels = new Dictionary<string, string> { ["shop"] = "south" };
        _registry.Counter("orders_total").At(0).Inc(1);
        _other.Counter("orders_total").At(0).Inc(2);

        Assert.Equal(
            "# TYPE orders_total counter\norders_total{shop=\"north\"} 1\norders_total{shop=\"south\"} 2\n",
            _registry.Text());
    }

    [Fact]
    public void SeriesThatBothHaveIsTheFirstOnes()
    {
        Touch(_registry.Counter("orders_total", Declare.Open("tenant", 5)), "a", "b");
        var others = _other.Counter("orders_total", Declare.Open("tenant", 5));
        Touch(others, "b", "c");
        Touch(others, "b", "c");

        Assert.Equal(
            ["orders_total{tenant=\"a\"} 1", "orders_total{tenant=\"b\"} 1", "orders_total{tenant=\"c\"} 2"],
            _registry.Samples("orders_total{"));
    }

    [Fact]
    public void LabelsInAnotherOrderAreTheSameSeries()
    {
        var a = LabelDeclaration.Closed("a", ["x,\"1"], other: -1);
        Touch(_registry.Gauge("depth", a, LabelDeclaration.Closed("b", ["y"], other: -1)));
        Touch(_other.Gauge("depth", LabelDeclaration.Closed("b", ["y", "z"], other: -1), a));

        Assert.Equal(
            ["depth{a=\"x,\\\"1\",b=\"y\"} 0", "depth{b=\"z\",a=\"x,\\\"1\"} 1"],
            _registry.Samples("depth{"));

        static void Touch(GaugeFamily family)
        {
            for (var i = 0; i < family.SeriesCount; i++)
            {
                family.At(i).Set(i);
            }
        }
    }

    [Fact]
    public void HistogramsAndSummariesOfOneNameStandTogether()
    {
        _registry.ConstantLabels = new Dictionary<string, string> { ["shop"] = "north" };
        _registry.Histogram("wait_seconds", [1]).At(0).Observe(0.5);
        _other.Histogram("wait_seconds", [1, 2]).At(0).Observe(1.5);

        Assert.Equal(
            [
                "wait_seconds_bucket{shop=\"north\",le=\"1.0\"} 1", "wait_seconds_bucket{shop=\"north\",le=\"+Inf\"} 1",
                "wait_seconds_bucket{le=\"1.0\"} 0", "wait_seconds_bucket{le=\"2.0\"} 1", "wait_seconds_bucket{le=\"+Inf\"} 1",
            ],
            _registry.Samples("wait_seconds_bucket"));
    }

    [Fact]
    public void FamilyOfAnotherTypeIsLeftOutAndReported()
    {
        _registry.Histogram("jobs", [1]).At(0).Observe(1);
        _other.Counter("jobs_failed_total").At(0).Inc();
        _other.Gauge("jobs").At(0).Set(1);
        _other.Gauge("jobs_sum").At(0).Set(1);

        Assert.DoesNotContain("gauge", _registry.Text(), StringComparison.Ordinal);
        Assert.Equal(1, _registry.GetSampleValue("jobs_failed_total"));
        Assert.Equal(["jobs", "jobs_sum"], _registry.Problems.Select(problem => problem.Subject));
        Assert.Equal(1, _other.GetSampleValue("jobs"));
    }

    [Fact]
    public void SelfMetricsOfBothAreShown()
    {
        foreach (var (registry, name) in new[] { (_registry, "a_total"), (_other, "b_total") })
        {
            registry.SelfMetrics = true;
            Touch(registry.Counter(name, Declare.Open("tenant", 5)), "x");
        }

        Assert.Equal(
            ["typedmetrics_series{metric=\"a_total\"} 1", "typedmetrics_series{metric=\"b_total\"} 1"],
            _registry.Samples("typedmetrics_series{"));
    }

    [Fact]
    public void RegistryThatIsReachedTwiceIsShownOnce()
    {
        var third = new CollectorRegistry { SelfMetrics = false, ProcessMetrics = true };
        third.Counter("deep_total").At(0).Inc();
        _registry.Include(third);
        _other.Include(third);

        var collector = new CountingCollector();
        third.Register(collector);

        Assert.Equal(["deep_total 1"], _registry.Samples("deep_total"));
        Assert.Equal(1, collector.Calls);
        Assert.Single(_registry.Samples("process_start_time_seconds"));
        Assert.Empty(_registry.Problems);
    }

    [Fact]
    public void CirclesAreRefused()
    {
        Assert.Throws<ArgumentException>(() => _registry.Include(_registry));
        Assert.Throws<ArgumentException>(() => _other.Include(_registry));
        Assert.Throws<ArgumentNullException>(() => _registry.Include(null!));
        Assert.Throws<ArgumentNullException>(() => _registry.Exclude(null!));
        Assert.Equal([_other], _registry.Included);
    }

    [Fact]
    public void ExcludedRegistryIsGoneFromTheNextScrape()
    {
        _other.Counter("a_total").At(0).Inc();
        _registry.Include(_other);
        Assert.Equal([_other], _registry.Included);

        Assert.True(_registry.Exclude(_other));
        Assert.False(_registry.Exclude(_other));
        Assert.Empty(_registry.Text());
        Assert.Equal(1, _other.GetSampleValue("a_total"));
    }

    [Fact]
    public void RegistriesComeAndGoWhileScrapesRun()
    {
        var kept = _registry.Counter("kept_total").At(0);
        _other.Counter("shared_total").At(0).Inc(7);
        kept.Inc();
        var changing = 2;
        Threads.Run(4, thread =>
        {
            for (var i = 0; thread < 2 ? i < 500 : Volatile.Read(ref changing) > 0; i++)
            {
                if (thread < 2)
                {
                    var own = new CollectorRegistry();
                    own.Counter("shared_total").At(0).Inc();
                    _registry.Include(own);
                    Assert.True(_registry.Exclude(own));
                }
                else
                {
                    Assert.Equal(["kept_total 1"], _registry.Samples("kept_total"));
                    Assert.Equal(["shared_total 7"], _registry.Samples("shared_total"));
                }
            }

            if (thread < 2)
            {
                Interlocked.Decrement(ref changing);
            }
        });

        Assert.Empty(_registry.Problems);
    }

    private sealed class CountingCollector : ICollector
    {
        public int Calls { get; private set; }

        public void Collect(MetricSink sink) => Calls++;
    }

    private static void Touch(CounterFamily family, params string[] texts)
    {
        foreach (var text in texts)
        {
            family.At(family.Intern(0, text)).Inc();
        }
    }
}
