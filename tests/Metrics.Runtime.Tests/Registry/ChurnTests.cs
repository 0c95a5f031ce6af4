using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Cells;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class ChurnTests
{
    private readonly CollectorRegistry _registry = new();

    // Instance groups come and go while scrapes run and settings change; what stays is right.
    [Fact]
    public void GroupsComeAndGoWhileScrapesRun()
    {
        var kept = _registry.Counter("kept_total", Declare.Open("tenant", 10));
        var counter = kept.At(kept.Intern(0, "a"));
        counter.Inc();
        var running = 4;
        Threads.Run(7, thread =>
        {
            if (thread < 4)
            {
                for (var i = 0; i < 500; i++)
                {
                    using var group = _registry.Group();
                    var shared = group.Counter(new MetricDeclaration("shared_total")).At(0);
                    var own = group.Gauge(new MetricDeclaration($"own{thread}") { Labels = [Declare.Open("t", 3)] });
                    shared.Inc();
                    own.At(own.Intern(0, "x")).Set(i);
                    counter.Inc();
                    Assert.Equal(i, own.At(0).Value);
                }

                Interlocked.Decrement(ref running);
                return;
            }

            for (var i = 0; Volatile.Read(ref running) > 0; i++)
            {
                if (thread == 4)
                {
                    _registry.ConstantLabels = new Dictionary<string, string> { ["zone"] = $"{i % 3}" };
                    _registry.Disable("own1");
                    _registry.Enable("own1");
                }
                else
                {
                    var samples = _registry.Samples("kept_total{");
                    Assert.StartsWith("kept_total{", Assert.Single(samples), StringComparison.Ordinal);
                }
            }
        });

        _registry.ConstantLabels = new Dictionary<string, string>();
        Assert.Equal(2001, _registry.GetSampleValue("kept_total", ("tenant", "a")));
        Assert.Empty(_registry.Samples("shared"));
        Assert.Empty(_registry.Samples("own"));
        Assert.Empty(_registry.Problems);
    }
}
