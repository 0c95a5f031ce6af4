using System.Runtime.CompilerServices;
using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

/// <summary>Registries that nobody holds any more are gone with all that they held, disposed groups or not.</summary>
public sealed class DroppedRegistryTests
{
    private const int Registries = 1_000;

    [Fact]
    public void ThousandRegistriesLeaveNothingBehind()
    {
        var dropped = UseAndDrop();
        for (var i = 0; i < 20 && dropped.Exists(static registry => registry.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(0, dropped.Count(static registry => registry.IsAlive));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> UseAndDrop()
    {
        var dropped = new List<WeakReference>();
        for (var i = 0; i < Registries; i++)
        {
            var registry = new CollectorRegistry { ProcessMetrics = i % 100 == 0, DotNetMetrics = i % 100 == 0 };
            registry.ConstantLabels = new Dictionary<string, string> { ["shard"] = $"{i}" };
            registry.ProblemReported += static _ => { };
            registry.Register(new SelfReadingCollector(registry));
            var group = registry.Group();
            Use(group, i);
            Assert.Equal(3, registry.Samples("a_total").Length);
            dropped.Add(new WeakReference(registry));
            dropped.Add(new WeakReference(group));
            if (i % 2 == 0)
            {
                group.Dispose();
            }
        }

        return dropped;
    }

    private static void Use(MetricGroupRegistration group, int seed)
    {
        var counter = group.Counter(new MetricDeclaration("a_total") { Labels = [Declare.Open("tenant", 10)] });
        var gauge = group.Gauge(new MetricDeclaration("b") { Labels = [Declare.Closed("kind", "x", "y")] });
        var histogram = group.Histogram(new MetricDeclaration("c_seconds"));
        for (var i = 0; i < 3; i++)
        {
            counter.At(counter.Intern(0, $"tenant {seed} {i}")).Inc();
            gauge.At(i % 2).Set(i);
            histogram.At(0).Observe(i);
        }
    }

    // A collector that knows its registry makes a circle.
    private sealed class SelfReadingCollector(CollectorRegistry registry) : ICollector
    {
        public void Collect(MetricSink sink) =>
            sink.Family(MetricType.Gauge, "registry_problems").Gauge(registry.Problems.Count);
    }
}
