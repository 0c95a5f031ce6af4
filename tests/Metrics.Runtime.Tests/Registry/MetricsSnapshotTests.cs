using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class MetricsSnapshotTests
{
    private readonly CollectorRegistry _registry = new() { SelfMetrics = false, TimeProvider = new ManualClock() };

    [Fact]
    public void ShowsWhatAScrapeShows()
    {
        _registry.ConstantLabels = new Dictionary<string, string> { ["shop"] = "north" };
        var jobs = _registry.Group().Counter(new MetricDeclaration("jobs_total") { Help = "Jobs done.", Labels = [Declare.Open("kind", 5)] });
        jobs.At(jobs.Intern(0, "a \"b\\n\\\n{}=,")).Inc(3);
        _registry.Histogram("wait_seconds", [1, 2.5]).At(0).Observe(2);
        var snapshot = _registry.TakeSnapshot();

        Assert.Equal(["jobs_total", "wait_seconds"], snapshot.Families.Select(family => family.Name));
        var family = snapshot.Family("jobs_total")!;
        Assert.Equal((MetricType.Counter, "Jobs done."), (family.Type, family.Help));
        Assert.Equal("a \"b\\n\\\n{}=,", family.Samples[0].LabelOf("kind"));
        Assert.Equal("north", family.Samples[0].LabelOf("shop"));
        Assert.Null(family.Samples[0].LabelOf("other"));
        Assert.Null(snapshot.Family("jobs"));
        Assert.Equal(
            [
                "wait_seconds_bucket{shop=\"north\",le=\"1.0\"} 0", "wait_seconds_bucket{shop=\"north\",le=\"2.5\"} 1",
                "wait_seconds_bucket{shop=\"north\",le=\"+Inf\"} 1", "wait_seconds_count{shop=\"north\"} 1", "wait_seconds_sum{shop=\"north\"} 2",
            ],
            snapshot.Samples.Where(sample => sample.Name.StartsWith("wait", StringComparison.Ordinal) && !sample.Name.EndsWith("created", StringComparison.Ordinal))
                .Select(sample => sample.ToString()));
    }

    [Fact]
    public void DoesNotChangeWithTheMetrics()
    {
        var counter = _registry.Counter("jobs_total").At(0);
        counter.Inc();
        var before = _registry.TakeSnapshot();
        counter.Inc();

        Assert.Equal(1, before.GetSampleValue("jobs_total"));
        Assert.Equal(2, _registry.TakeSnapshot().GetSampleValue("jobs_total"));
    }

    [Fact]
    public void EachSampleIsFoundByItsNameAndLabels()
    {
        _registry.DotNetMetrics = true;
        _registry.Histogram("size_bytes", [5, 10], Declare.Closed("kind", "a", "b")).At(0).Observe(7);
        var snapshot = _registry.TakeSnapshot();

        Assert.NotEmpty(snapshot.Samples);
        Assert.All(snapshot.Samples, sample => Assert.Equal(
            sample.Value, snapshot.GetSampleValue(sample.Name, [.. sample.Labels.Reverse().Select(label => (label.Key, label.Value)), ("none", "")])));
        Assert.All(snapshot.Family("size_bytes")!.Samples, sample => Assert.Equal(
            sample.Value, _registry.GetSampleValue(sample.Name, [.. sample.Labels.Select(label => (label.Key, label.Value))])));
        Assert.Null(snapshot.GetSampleValue("size_bytes"));
        Assert.Equal(1, snapshot.GetSampleValue("size_bytes_bucket", ("kind", "a"), ("le", "1e1")));
        Assert.Equal(1, _registry.GetSampleValue("size_bytes_bucket", ("kind", "a"), ("le", "1e1")));
    }
}
