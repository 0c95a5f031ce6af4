using BenchmarkDotNet.Attributes;
using TypedMetrics.EndToEnd.Tests.AllKinds;

namespace TypedMetrics.Benchmarks;

/// <summary>
/// Each update of each instrument through its accessor with a label of each kind at once: one call with declared values, one
/// with values that go to the overflow value. What counts is the column of allocated bytes.
/// </summary>
[MemoryDiagnoser]
public class AllocationBenchmarks
{
    private readonly AllKindsMetrics _metrics = new(new CollectorRegistry());
    private readonly DurationTimer _timer = DurationTimer.Start();
    private AllKindsLabels _declared;
    private AllKindsLabels _others;

    [GlobalSetup]
    public void Start()
    {
        var place = new string('p', 3);
        _declared = new AllKindsLabels(Shade.VeryDark, Height.Above, null, true, false, "miss", 2, place, default);
        _others = new AllKindsLabels((Shade)7, (Height)1, null, true, null, "neither", 9, new string('c', 1), default);
        _metrics.Calls(_declared).Inc(0);
        _metrics.Calls(_declared with { Place = "b" }).Inc(0);
    }

    [GlobalCleanup]
    public void Stop() => _metrics.Dispose();

    [Benchmark(Description = "Counter.Inc()")]
    public void CounterInc()
    {
        _metrics.Calls(_declared).Inc();
        _metrics.Calls(_others).Inc();
    }

    [Benchmark(Description = "Counter.Inc(long)")]
    public void CounterIncLong()
    {
        _metrics.Calls(_declared).Inc(2L);
        _metrics.Calls(_others).Inc(2L);
    }

    [Benchmark(Description = "Counter.Inc(double)")]
    public void CounterIncDouble()
    {
        _metrics.Calls(_declared).Inc(0.5);
        _metrics.Calls(_others).Inc(0.5);
    }

    [Benchmark(Description = "Counter.IncTo")]
    public void CounterIncTo()
    {
        _metrics.Calls(_declared).IncTo(1e6);
        _metrics.Calls(_others).IncTo(1e6);
    }

    [Benchmark(Description = "Counter.Inc(exemplar)")]
    public void CounterIncExemplar()
    {
        _metrics.Calls(_declared).Inc(Exemplar.Of("order_id", "17"));
        _metrics.Calls(_others).Inc(Exemplar.Of("order_id", "17"));
    }

    [Benchmark(Description = "Counter.CountExceptions")]
    public void CounterCountExceptions()
    {
        _metrics.Calls(_declared).CountExceptions(static () => { });
        _metrics.Calls(_others).CountExceptions(static () => { });
    }

    [Benchmark(Description = "Counter.Inc and Remove")]
    public void CounterRemove()
    {
        _metrics.Calls(_declared).Inc();
        _metrics.Calls(_declared).Remove();
        _metrics.Calls(_others).Inc();
        _metrics.Calls(_others).Remove();
    }

    [Benchmark(Description = "Gauge.Set")]
    public void GaugeSet()
    {
        _metrics.Depth(_declared).Set(3);
        _metrics.Depth(_others).Set(3);
    }

    [Benchmark(Description = "Gauge.Inc")]
    public void GaugeInc()
    {
        _metrics.Depth(_declared).Inc(3);
        _metrics.Depth(_others).Inc(3);
    }

    [Benchmark(Description = "Gauge.Dec")]
    public void GaugeDec()
    {
        _metrics.Depth(_declared).Dec();
        _metrics.Depth(_others).Dec();
    }

    [Benchmark(Description = "Gauge.SetToCurrentTime")]
    public void GaugeSetToCurrentTime()
    {
        _metrics.Depth(_declared).SetToCurrentTime();
        _metrics.Depth(_others).SetToCurrentTime();
    }

    [Benchmark(Description = "Gauge.TrackInProgress")]
    public void GaugeTrackInProgress()
    {
        using var declared = _metrics.Depth(_declared).TrackInProgress();
        using var others = _metrics.Depth(_others).TrackInProgress();
    }

    [Benchmark(Description = "Gauge.Time")]
    public void GaugeTime()
    {
        using var declared = _metrics.Depth(_declared).Time();
        using var others = _metrics.Depth(_others).Time();
    }

    [Benchmark(Description = "Gauge.Set and Remove")]
    public void GaugeRemove()
    {
        _metrics.Depth(_declared).Set(3);
        _metrics.Depth(_declared).Remove();
        _metrics.Depth(_others).Set(3);
        _metrics.Depth(_others).Remove();
    }

    [Benchmark(Description = "Histogram.Observe(double)")]
    public void HistogramObserve()
    {
        _metrics.Wait(_declared).Observe(0.7);
        _metrics.Wait(_others).Observe(0.7);
    }

    [Benchmark(Description = "Histogram.Observe(TimeSpan)")]
    public void HistogramObserveDuration()
    {
        _metrics.Wait(_declared).Observe(TimeSpan.FromSeconds(1));
        _metrics.Wait(_others).Observe(TimeSpan.FromSeconds(1));
    }

    [Benchmark(Description = "Histogram.Observe(exemplar)")]
    public void HistogramObserveExemplar()
    {
        _metrics.Wait(_declared).Observe(0.7, Exemplar.Of("order_id", "17"));
        _metrics.Wait(_others).Observe(0.7, Exemplar.Of("order_id", "17"));
    }

    [Benchmark(Description = "Histogram.Time")]
    public void HistogramTime()
    {
        using var declared = _metrics.Wait(_declared).Time();
        using var others = _metrics.Wait(_others).Time();
    }

    [Benchmark(Description = "DurationTimer.ObserveTo, SetTo")]
    public void TimerObserveTo()
    {
        _timer.ObserveTo(_metrics.Wait(_declared));
        _timer.ObserveTo(_metrics.Wait(_others));
        _timer.ObserveTo(_metrics.Size(_declared));
        _timer.ObserveTo(_metrics.Size(_others));
        _timer.SetTo(_metrics.Depth(_declared));
        _timer.SetTo(_metrics.Depth(_others));
    }

    [Benchmark(Description = "Summary.Observe(double)")]
    public void SummaryObserve()
    {
        _metrics.Size(_declared).Observe(64);
        _metrics.Size(_others).Observe(64);
    }

    [Benchmark(Description = "Summary.Observe(TimeSpan)")]
    public void SummaryObserveDuration()
    {
        _metrics.Size(_declared).Observe(TimeSpan.FromSeconds(64));
        _metrics.Size(_others).Observe(TimeSpan.FromSeconds(64));
    }

    [Benchmark(Description = "Summary.Time")]
    public void SummaryTime()
    {
        using var declared = _metrics.Size(_declared).Time();
        using var others = _metrics.Size(_others).Time();
    }

    [Benchmark(Description = "StateSet.Set")]
    public void StateSetSet()
    {
        _metrics.Door(_declared).Set(Shade.VeryDark);
        _metrics.Door(_others).Set(Shade.Light);
    }

    [Benchmark(Description = "StateSet.Set(bool)")]
    public void StateSetSetOne()
    {
        _metrics.Door(_declared).Set(Shade.Light, true);
        _metrics.Door(_others).Set(Shade.Light, true);
    }

    [Benchmark(Description = "StateSet.Set and Remove")]
    public void StateSetRemove()
    {
        _metrics.Door(_declared).Set(Shade.VeryDark);
        _metrics.Door(_declared).Remove();
        _metrics.Door(_others).Set(Shade.Light);
        _metrics.Door(_others).Remove();
    }

    [Benchmark(Description = "Info.Set")]
    public void InfoSet()
    {
        _metrics.Build(_declared).Set();
        _metrics.Build(_others).Set();
    }

    [Benchmark(Description = "Info.Set and Remove")]
    public void InfoRemove()
    {
        _metrics.Build(_declared).Set();
        _metrics.Build(_declared).Remove();
        _metrics.Build(_others).Set();
        _metrics.Build(_others).Remove();
    }
}
