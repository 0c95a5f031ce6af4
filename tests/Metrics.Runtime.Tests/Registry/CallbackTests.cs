using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;
using TypedMetrics.Runtime.Tests.Server;

namespace TypedMetrics.Runtime.Tests.Registry;

/// <summary>Gauges and counters that callbacks give the values of.</summary>
public sealed class CallbackTests
{
    private readonly ManualTime _time = new();
    private readonly CollectorRegistry _registry;

    public CallbackTests() => _registry = new CollectorRegistry { TimeProvider = _time };

    [Fact]
    public void IsReadAtEveryScrape()
    {
        var depth = 3;
        Gauge("queue_depth", () => depth);
        Assert.Equal(3, _registry.GetSampleValue("queue_depth"));
        depth = 5;
        Assert.Equal(["queue_depth 5"], _registry.Samples("queue_depth"));
    }

    [Fact]
    public void NothingIsNoSample()
    {
        double? age = null;
        Gauge("oldest_job_seconds", () => age);
        Assert.Contains("# TYPE oldest_job_seconds gauge\n", _registry.Text(), StringComparison.Ordinal);
        Assert.Empty(_registry.Samples("oldest_job_seconds"));
        age = double.NaN;
        Assert.Equal(["oldest_job_seconds NaN"], _registry.Samples("oldest_job_seconds"));
    }

    [Fact]
    public void HasTheSeriesThatTheCallbackGives()
    {
        _registry.Group("service=shop").ObservableGauge(
            new MetricDeclaration("queue_depth") { Labels = [Declare.Closed("queue", "mail", "print")] },
            reading =>
            {
                reading.Observe(1, 4);
                reading.Observe(0, 2);
            });
        Assert.Equal(
            ["""queue_depth{service="shop",queue="mail"} 2""", """queue_depth{service="shop",queue="print"} 4"""], _registry.Samples("queue_depth"));
        Assert.Equal(2, _registry.GetSampleValue("typedmetrics_series", ("metric", "queue_depth")));
    }

    [Fact]
    public void FailureCostsItsOwnFamilyOfThatScrapeIsCountedAndReportedOnce()
    {
        var isBroken = true;
        Gauge("queue_depth", () => isBroken ? throw new InvalidOperationException("no queue") : 1);
        Gauge("level", () => 7);
        Assert.DoesNotContain("queue_depth gauge", _registry.Text(), StringComparison.Ordinal);
        Assert.Equal(7, _registry.GetSampleValue("level"));
        Assert.Equal(3, _registry.GetSampleValue("typedmetrics_collector_errors_total", ("collector", "queue_depth")));
        var problem = Assert.Single(_registry.Problems);
        Assert.Equal("queue_depth", problem.Subject);
        Assert.Equal("the callback threw System.InvalidOperationException: no queue; the metric is left out", problem.Message);
        isBroken = false;
        Assert.Equal(1, _registry.GetSampleValue("queue_depth"));
    }

    [Fact]
    public async Task SlowCallbackCostsItsOwnFamilyAndNoOtherScrape()
    {
        using var isReleased = new ManualResetEventSlim();
        var isRunning = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = 0;
        Gauge("slow", () =>
        {
            calls++;
            isRunning.TrySetResult();
            isReleased.Wait();
            return calls;
        });
        _registry.Gauge("level").At(0).Set(7);

        var first = Task.Run(() => _registry.Text());
        await _time.WaitForTimersAsync(7.5);
        await isRunning.Task;
        _time.Advance(TimeSpan.FromSeconds(7.5));
        var text = await first;
        Assert.Contains("level 7\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("# TYPE slow", text, StringComparison.Ordinal);

        // No clock moves: the second scrape waits for nothing.
        Assert.DoesNotContain("# TYPE slow", _registry.Text(), StringComparison.Ordinal);
        Assert.Equal(1, calls);
        Assert.Equal("the callback has not ended in time; the metric is left out", Assert.Single(_registry.Problems).Message);

        isReleased.Set();
        double? value;
        while ((value = _registry.GetSampleValue("slow")) is null)
        {
            await Task.Yield();
        }

        Assert.Equal(2, value);
    }

    [Fact]
    public void CounterNeverGoesBack()
    {
        double? count = 5;
        Counter("jobs_total", () => count);
        Assert.Equal(5, _registry.GetSampleValue("jobs_total"));
        foreach (double? given in new double?[] { 3, -1, double.NaN, double.PositiveInfinity })
        {
            count = given;
            Assert.Equal(5, _registry.GetSampleValue("jobs_total"));
        }

        Assert.Equal(4 + 1, _registry.GetSampleValue("typedmetrics_invalid_updates_total", ("metric", "jobs_total")));
        count = null;
        Assert.Null(_registry.GetSampleValue("jobs_total"));
        count = 4;
        Assert.Equal(5, _registry.GetSampleValue("jobs_total"));
        count = 6;
        Assert.Equal(6, _registry.GetSampleValue("jobs_total"));
    }

    [Fact]
    public void SecondCallbackIsRefusedAndReported()
    {
        Gauge("queue_depth", () => 1);
        Gauge("queue_depth", () => 2);
        _registry.Gauge("queue_depth").At(0).Set(3);
        Assert.Equal(1, _registry.GetSampleValue("queue_depth"));
        Assert.Equal(2, _registry.Problems.Count);
        Assert.All(_registry.Problems, problem => Assert.Contains("Tests.Group declares 'queue_depth' too", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void CallbackBesideAPlainGaugeIsRefused()
    {
        _registry.Gauge("queue_depth").At(0).Set(3);
        Gauge("queue_depth", () => 1);
        Assert.Equal(3, _registry.GetSampleValue("queue_depth"));
        Assert.Single(_registry.Problems);
    }

    [Fact]
    public void IsReadNoMoreOnceItsGroupIsGone()
    {
        var calls = 0;
        var group = _registry.Group();
        group.ObservableGauge(new MetricDeclaration("queue_depth"), reading => reading.Observe(0, ++calls));
        _ = _registry.Text();
        group.Dispose();
        _ = _registry.Text();
        Assert.Equal(1, calls);
        Gauge("queue_depth", () => 9);
        Assert.Equal(9, _registry.GetSampleValue("queue_depth"));
        Assert.Empty(_registry.Problems);
    }

    [Fact]
    public void IsNotReadWhileItIsDisabled()
    {
        var calls = 0;
        Gauge("queue_depth", () => ++calls);
        _registry.Disable("queue_depth");
        _ = _registry.Text();
        Assert.Equal(0, calls);
    }

    [Fact]
    public void MayReadSamplesItself()
    {
        _registry.Gauge("level").At(0).Set(4);
        Gauge("twice", () => _registry.GetSampleValue("level") * 2);
        Gauge("again", () => _registry.GetSampleValue("twice") ?? 0);
        Assert.Equal(8, _registry.GetSampleValue("twice"));
        Assert.Empty(_registry.Problems);
    }

    [Fact]
    public void IncludedRegistrysCallbacksAreReadAndFailAlone()
    {
        var other = new CollectorRegistry();
        _registry.Include(other);
        other.Group().ObservableGauge(new MetricDeclaration("good"), reading => reading.Observe(0, 1));
        other.Group().ObservableGauge(new MetricDeclaration("bad"), _ => throw new InvalidOperationException());
        Assert.Equal(1, _registry.GetSampleValue("good"));
        Assert.DoesNotContain("# TYPE bad", _registry.Text(), StringComparison.Ordinal);
        Assert.Single(other.Problems);
    }

    [Fact]
    public void CountersStayMonotonicUnderScrapesAtOnce()
    {
        var source = 0L;
        Counter("jobs_total", () => Interlocked.Increment(ref source) % 7);
        Cells.Threads.Run(8, _ =>
        {
            var last = 0.0;
            for (var i = 0; i < 200; i++)
            {
                var value = _registry.GetSampleValue("jobs_total") ?? throw new InvalidOperationException("no sample");
                Assert.True(value >= last, $"{value} after {last}");
                last = value;
            }
        });
        Assert.Equal(6, _registry.GetSampleValue("jobs_total"));
    }

    private void Gauge(string name, Func<double?> callback) =>
        _registry.Group().ObservableGauge(new MetricDeclaration(name), reading => reading.Observe(0, callback()));

    private void Counter(string name, Func<double?> callback) =>
        _registry.Group().ObservableCounter(new MetricDeclaration(name), reading => reading.Observe(0, callback()));
}
