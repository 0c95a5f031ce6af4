using System.Diagnostics;
using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Cells;

namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class ExemplarTests
{
    private readonly ManualClock _clock = new();
    private readonly CollectorRegistry _registry;

    public ExemplarTests() => _registry = new CollectorRegistry { TimeProvider = _clock };

    [Fact]
    public void CounterShowsItInOpenMetricsOnly()
    {
        var counter = _registry.Counter("orders_total").At(0);
        counter.Inc(2, Exemplar.Of("trace_id", "abc"));
        Assert.Equal(["orders_total 2 # {trace_id=\"abc\"} 2.0 1795341600.000"], Lines("orders_total"));
        Assert.Equal(["orders_total 2"], _registry.Samples("orders_total"));
        counter.Inc(0.5);
        Assert.Equal(["orders_total 2.5 # {trace_id=\"abc\"} 2.0 1795341600.000"], Lines("orders_total"));
    }

    [Fact]
    public void HistogramShowsItAtTheLowestBucketThatHoldsTheValue()
    {
        var histogram = _registry.Histogram("wait_seconds", [0.1, 1]).At(0);
        histogram.Observe(0.25, Exemplar.Of("trace_id", "a", "user", "\"b\"\n"));
        histogram.Observe(TimeSpan.FromSeconds(7), Exemplar.Of("a", "1", "b", "2", "c", "3"));
        Assert.Equal(
            [
                "wait_seconds_bucket{le=\"0.1\"} 0",
                "wait_seconds_bucket{le=\"1.0\"} 1 # {trace_id=\"a\",user=\"\\\"b\\\"\\n\"} 0.25 1795341600.000",
                "wait_seconds_bucket{le=\"+Inf\"} 2 # {a=\"1\",b=\"2\",c=\"3\"} 7.0 1795341600.000",
                "wait_seconds_sum 7.25",
                "wait_seconds_count 2",
            ],
            Lines("wait_seconds"));
        Assert.DoesNotContain("#", string.Concat(_registry.Samples("wait_seconds")), StringComparison.Ordinal);
    }

    [Fact]
    public void SeriesWithoutOneGetsNoneOfItsNeighbours()
    {
        var family = _registry.Counter("orders_total", Declare.Closed("kind", "a", "b", "c"));
        family.At(1).Inc(Exemplar.Of("id", "b"));
        Assert.Equal(
            [
                "orders_total{kind=\"a\"} 0",
                "orders_total{kind=\"b\"} 1 # {id=\"b\"} 1.0 1795341600.000",
                "orders_total{kind=\"c\"} 0",
            ],
            Lines("orders_total"));
    }

    [Fact]
    public void NewOneIsTakenOnceASecondForEachBucket()
    {
        var histogram = _registry.Histogram("wait_seconds", [1]).At(0);
        histogram.Observe(0.1, Exemplar.Of("id", "first"));
        _clock.Advance(TimeSpan.FromSeconds(0.9));
        histogram.Observe(0.2, Exemplar.Of("id", "second"));
        histogram.Observe(5, Exemplar.Of("id", "other"));
        Assert.Contains("first", Lines("wait_seconds")[0], StringComparison.Ordinal);
        Assert.Contains("other", Lines("wait_seconds")[1], StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        histogram.Observe(0.3, Exemplar.Of("id", "third"));
        Assert.Equal("wait_seconds_bucket{le=\"1.0\"} 3 # {id=\"third\"} 0.3 1795341601.000", Lines("wait_seconds")[0]);
    }

    [Theory]
    [InlineData("a b", "x")]
    [InlineData("", "x")]
    [InlineData("__name", "x")]
    [InlineData("a", null)]
    [InlineData(null, "x")]
    public void InvalidLabelIsDroppedAndCounted(string? name, string? value)
    {
        _registry.Counter("orders_total").At(0).Inc(Exemplar.Of(name!, value!));
        Assert.Equal(["orders_total 1"], Lines("orders_total"));
        Assert.Equal(1, Dropped());
    }

    [Fact]
    public void LabelThatIsThereTwiceIsDroppedAndCounted()
    {
        _registry.Counter("orders_total").At(0).Inc(Exemplar.Of("a", "1", "a", "2"));
        Assert.Equal(["orders_total 1"], Lines("orders_total"));
        Assert.Equal(1, Dropped());
    }

    [Fact]
    public void LongestThatOpenMetricsAllowsIsCountedInCharacters()
    {
        var family = _registry.Counter("orders_total", Declare.Closed("kind", "a", "b"));
        var longest = string.Concat(Enumerable.Repeat("😀", 126));
        family.At(0).Inc(Exemplar.Of("id", longest));
        family.At(1).Inc(Exemplar.Of("id", longest + "x"));
        Assert.Contains(longest, Lines("orders_total")[0], StringComparison.Ordinal);
        Assert.Equal("orders_total{kind=\"b\"} 1", Lines("orders_total")[1]);
        Assert.Equal(1, Dropped());
    }

    [Fact]
    public void DefaultIsNone()
    {
        _registry.Counter("orders_total").At(0).Inc(default(Exemplar));
        default(Counter).Inc(Exemplar.Of("a", "b"));
        default(Histogram).Observe(1, Exemplar.Of("a", "b"));
        Assert.Equal(["orders_total 1"], Lines("orders_total"));
        Assert.Null(Dropped());
    }

    [Fact]
    public void IgnoredUpdateLeavesNone()
    {
        _registry.Counter("orders_total").At(0).Inc(-1, Exemplar.Of("a", "b"));
        _registry.Histogram("wait_seconds", [1]).At(0).Observe(double.NaN, Exemplar.Of("a", "b"));
        Assert.DoesNotContain(" # {", _registry.Text(ExpositionFormat.OpenMetrics), StringComparison.Ordinal);
    }

    [Fact]
    public void GoesWithItsSeries()
    {
        var counters = _registry.Counter("orders_total", Declare.Open("kind", 2));
        var histograms = _registry.Histogram("wait_seconds", [1], Declare.Open("kind", 2));
        var counter = counters.At(counters.Intern(0, "a"));
        var histogram = histograms.At(histograms.Intern(0, "a"));
        counter.Inc(Exemplar.Of("a", "b"));
        histogram.Observe(1, Exemplar.Of("a", "b"));
        counter.Remove();
        histogram.Remove();
        counter.Inc();
        histogram.Observe(1);
        Assert.DoesNotContain(" # {", _registry.Text(ExpositionFormat.OpenMetrics), StringComparison.Ordinal);
        counter.Inc(Exemplar.Of("a", "c"));
        Assert.Contains("{a=\"c\"}", Lines("orders_total")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void GoesToTheSeriesThatTakesTheOverflow()
    {
        var family = _registry.Group().Counter(new MetricDeclaration("orders_total") { Labels = [Declare.Open("kind", 5)], MaxSeries = 1 });
        family.At(family.Intern(0, "a")).Inc();
        family.At(family.Intern(0, "b")).Inc(Exemplar.Of("id", "x"));
        Assert.Equal("orders_total{kind=\"other\"} 1 # {id=\"x\"} 1.0 1795341600.000", Lines("orders_total")[1]);
    }

    [Fact]
    public void CurrentActivityIsTakenWhereItWasAskedFor()
    {
        var counter = _registry.Group().Counter(new MetricDeclaration("orders_total") { Exemplars = true }).At(0);
        var histogram = _registry.Group().Histogram(new MetricDeclaration("wait_seconds") { Buckets = [1], Exemplars = true }).At(0);
        var plain = _registry.Counter("plain_total").At(0);
        using (var activity = Recorded(ActivityTraceFlags.Recorded))
        {
            counter.Inc();
            histogram.Observe(0.5);
            plain.Inc();
            var labels = $"{{trace_id=\"{activity.TraceId}\",span_id=\"{activity.SpanId}\"}}";
            Assert.Equal($"orders_total 1 # {labels} 1.0 1795341600.000", Lines("orders_total")[0]);
            Assert.Equal($"wait_seconds_bucket{{le=\"1.0\"}} 1 # {labels} 0.5 1795341600.000", Lines("wait_seconds")[0]);
        }

        Assert.Equal("plain_total 1", Lines("plain_total")[0]);
    }

    [Fact]
    public void ActivityThatIsNotRecordedIsNone()
    {
        var counter = _registry.Group().Counter(new MetricDeclaration("orders_total") { Exemplars = true }).At(0);
        counter.Inc();
        using (Recorded(ActivityTraceFlags.None))
        {
            counter.Inc(2L);
            counter.Inc(0.5);
            counter.Inc(0.5, Exemplar.OfCurrentActivity());
        }

        Assert.Equal(["orders_total 4"], Lines("orders_total"));
        Assert.Null(Dropped());
    }

    [Fact]
    public void GivenOneWinsOverTheActivity()
    {
        var counter = _registry.Group().Counter(new MetricDeclaration("orders_total") { Exemplars = true }).At(0);
        using (Recorded(ActivityTraceFlags.Recorded))
        {
            counter.Inc(1, Exemplar.Of("id", "given"));
        }

        Assert.Contains("given", Lines("orders_total")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsAndValueBelongTogetherUnderUpdatesAndScrapes()
    {
        // Without the limit of one a second, there would be one for each update.
        var histogram = _registry.Histogram("size", [10, 20, 30]).At(0);
        var running = 4;
        Threads.Run(5, ordinal =>
        {
            if (ordinal < 4)
            {
                for (var i = 0; i < 5_000; i++)
                {
                    var value = (ordinal * 10) + 1 + (i % 9);
                    histogram.Observe(value, Exemplar.Of("id", $"{value}"));
                }

                Interlocked.Decrement(ref running);
                return;
            }

            while (Volatile.Read(ref running) > 0)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                var bound = 0;
                foreach (var line in Lines("size_bucket"))
                {
                    bound += 10;
                    if (line.Split(" # ") is [var sample, var exemplar])
                    {
                        var value = Declare.ValueOf(exemplar[..exemplar.LastIndexOf(' ')]);
                        Assert.StartsWith($"{{id=\"{value}\"}} {value}.0 ", exemplar, StringComparison.Ordinal);
                        Assert.InRange(value, bound - 9, bound);
                        Assert.NotEqual(0, Declare.ValueOf(sample));
                    }
                }
            }
        });
        Assert.Equal(20_000, histogram.Count);
    }

    private static Activity Recorded(ActivityTraceFlags flags) => new Activity("test")
        .SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), flags).Start();

    private double? Dropped() => _registry.GetSampleValue("typedmetrics_exemplars_dropped_total", ("metric", "orders_total"));

    private string[] Lines(string metric) =>
        [.. _registry.Text(ExpositionFormat.OpenMetrics).Split('\n').Where(line => line.StartsWith(metric, StringComparison.Ordinal))];
}
