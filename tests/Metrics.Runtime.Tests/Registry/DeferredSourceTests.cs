using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Cells;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class DeferredSourceTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void RunsInTheFirstScrapeAndOnce()
    {
        var runs = 0;
        _registry.AddDeferredSource(() =>
        {
            runs++;
            _ = _registry.Counter("orders_total");
        });
        Assert.Equal(0, runs);
        Assert.Equal(0, _registry.GetSampleValue("orders_total"));
        _ = _registry.Text();
        Assert.Equal(1, runs);
    }

    [Fact]
    public void RunsBeforeAMetricIsUnregistered()
    {
        _registry.AddDeferredSource(() => _registry.Counter("orders_total"));
        Assert.True(_registry.Unregister("orders_total"));
        Assert.Empty(_registry.Text());
    }

    [Fact]
    public void SourceMayAddFurtherOnes()
    {
        _registry.AddDeferredSource(() => _registry.AddDeferredSource(() => _registry.Counter("orders_total")));
        Assert.Equal(0, _registry.GetSampleValue("orders_total"));
    }

    [Fact]
    public void SourceThatThrowsIsReportedAndTheOthersRun()
    {
        _registry.AddDeferredSource(() => throw new TypeInitializationException("Shop", new InvalidOperationException()));
        _registry.AddDeferredSource(() => _registry.Counter("orders_total"));
        Assert.Equal(0, _registry.GetSampleValue("orders_total"));
        Assert.IsType<TypeInitializationException>(Assert.Single(_registry.Problems).Exception);
    }

    // A source runs static constructors. Another thread may be in the midst of one, registering, or in the midst of an
    // update that needs it.
    [Fact]
    public void ScrapingRegisteringAndAccessingAtOnceNeverDeadlocks()
    {
        for (var round = 0; round < 200; round++)
        {
            var registry = new CollectorRegistry();
            var holders = Enumerable.Range(0, 4).Select(i => new Lazy<CounterFamily>(
                () => registry.Counter($"orders{i}_total"), LazyThreadSafetyMode.ExecutionAndPublication)).ToArray();
            registry.AddDeferredSource(() => Array.ForEach(holders, holder => _ = holder.Value));
            Threads.Run(
                () => Assert.Equal(4, registry.Samples("# TYPE orders").Length),
                () => Assert.Equal(4, registry.Samples("# TYPE orders").Length),
                () => Array.ForEach(holders, holder => holder.Value.At(0).Inc()),
                () => Array.ForEach([.. holders.Reverse()], holder => holder.Value.At(0).Inc()),
                () => registry.AddDeferredSource(() => registry.Gauge("late")),
                () => registry.ConstantLabels = new Dictionary<string, string> { ["zone"] = "a" },
                () => registry.Group().Counter(new MetricDeclaration("orders0_total")).At(0).Inc());
            Assert.Equal(3, registry.GetSampleValue("orders0_total", ("zone", "a")));
            Assert.Equal(0, registry.GetSampleValue("late", ("zone", "a")));
        }
    }

    // As generated: the holder's static constructor registers, and both an access and the scrape run it.
    [Fact]
    public void StaticConstructorsOnBothSidesNeverDeadlock()
    {
        Static.Registry.AddDeferredSource(static () =>
        {
            FirstHolder.Register();
            SecondHolder.Register();
        });
        Threads.Run(
            () => Assert.Equal(2, Static.Registry.Samples("# TYPE").Length),
            () => SecondHolder.Family.At(0).Inc(),
            () => FirstHolder.Family.At(0).Inc(),
            () => Assert.Equal(2, Static.Registry.Samples("# TYPE").Length));
        Assert.Equal(1, Static.Registry.GetSampleValue("first_total"));
        Assert.Equal(1, Static.Registry.GetSampleValue("second_total"));
    }

    private static class Static
    {
        public static readonly CollectorRegistry Registry = new();
    }

    private static class FirstHolder
    {
        public static readonly CounterFamily Family;

        static FirstHolder() => Family = Static.Registry.Counter("first_total");

        public static void Register()
        {
        }
    }

    private static class SecondHolder
    {
        public static readonly CounterFamily Family;

        static SecondHolder() => Family = Static.Registry.Counter("second_total");

        public static void Register()
        {
        }
    }
}
