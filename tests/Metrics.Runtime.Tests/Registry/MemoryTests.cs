using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class MemoryTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void DeclaringTenMillionSeriesAndTouchingTenTakesTheMemoryOfTen()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        LabelDeclaration[] labels =
        [
            LabelDeclaration.Range("shard", 1, 99, nullable: false), Declare.Open("tenant", 999), LabelDeclaration.Range("n", 1, 99, nullable: false),
        ];
        var counters = _registry.Counter("a_total", labels);
        var gauges = _registry.Gauge("b", labels);
        var histograms = _registry.Histogram("c", [1, 2, 3], labels);
        Assert.Equal(10_000_000, counters.SeriesCount);
        for (var i = 0; i < 10; i++)
        {
            counters.At(i * 999_999).Inc();
            gauges.At(i * 999_999).Inc();
            histograms.At(i * 999_999).Observe(i);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 64 * 1024, $"{allocated:N0} bytes");
        Assert.Equal(10, _registry.Samples("a_total{").Length);
    }

    [Fact]
    public void RangeOfTwoThousandMillionTakesNoMemoryEither()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var counters = _registry.Counter("a_total", LabelDeclaration.Range("n", 0, 2_000_000_000, nullable: false));
        counters.At(1_999_999_999).Inc();
        Assert.Equal(1, _registry.GetSampleValue("a_total", ("n", "1999999999")));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 128 * 1024, $"{allocated:N0} bytes");
    }

    [Fact]
    public void ScrapeAllocatesNothingPerSeriesOnceWarm()
    {
        var family = _registry.Counter("a_total", LabelDeclaration.Range("n", 1, 100_000, nullable: false), Declare.Closed("kind", "x"));
        var dense = _registry.Gauge("b", LabelDeclaration.Range("n", 1, 4000, nullable: false));
        var histograms = _registry.Histogram("c", [1, 2], LabelDeclaration.Range("n", 1, 4000, nullable: false));
        var summaries = _registry.Summary("d", LabelDeclaration.Range("n", 1, 4000, nullable: false));
        var few = AllocatedByAScrape(100);
        var many = AllocatedByAScrape(4000);
        Assert.InRange(many - few, long.MinValue, 100);

        long AllocatedByAScrape(int series)
        {
            for (var i = 0; i < series; i++)
            {
                family.At(i * 2).Inc();
                dense.At(i).Inc();
                histograms.At(i).Observe(i);
                summaries.At(i).Observe(i);
            }

            var writer = new CountingWriter();

            // The least of several: the runtime may allocate while it compiles a method anew, a scrape would each time.
            var allocated = long.MaxValue;
            for (var scrape = 0; scrape < 8; scrape++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                writer.Series = 0;
                foreach (var source in _registry.FamiliesForScrape(CancellationToken.None))
                {
                    var cursor = 0;
                    while (!source.WriteSeries(writer, ref cursor))
                    {
                    }
                }

                allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
                Assert.Equal((series * 4) + 8, writer.Series);
            }

            return allocated;
        }
    }

    [Fact]
    public void RegisteringAndUnregisteringLeavesNothingBehind()
    {
        var reference = Churn(new object());
        for (var i = 0; i < 10 && reference.Any(family => family.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.All(reference, family => Assert.False(family.IsAlive));
        Assert.Empty(_registry.Problems);
        Assert.Empty(_registry.Text());
    }

    // In a method of its own, so that no local keeps a family alive.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private List<WeakReference> Churn(object _)
    {
        var references = new List<WeakReference>();
        for (var i = 0; i < 100; i++)
        {
            using var group = _registry.Group();
            var counter = group.Counter(new MetricDeclaration("a_total") { Labels = [Declare.Open("t", 5)] });
            var histogram = group.Histogram(new MetricDeclaration("b"));
            counter.At(counter.Intern(0, $"{i}")).Inc();
            histogram.At(0).Observe(1);
            var summary = group.Summary(new MetricDeclaration("c"));
            summary.At(0).Observe(1);
            references.Add(new WeakReference(summary));
            references.Add(new WeakReference(counter));
            references.Add(new WeakReference(histogram));
            Assert.Equal(1, _registry.GetSampleValue("a_total", ("t", $"{i}")));

            var collector = new EmptyCollector();
            _registry.Register(collector);
            _ = _registry.Text();
            Assert.True(_registry.Unregister(collector));
            references.Add(new WeakReference(collector));
            references.Add(new WeakReference(group));
        }

        return references;
    }

    private sealed class EmptyCollector : ICollector
    {
        public void Collect(MetricSink sink) => sink.Family(MetricType.Gauge, "made").Gauge(1);
    }
}
