using TypedMetrics.EndToEnd.Tests.AllKinds;
using Tint = TypedMetrics.EndToEnd.Tests.AllKinds.Shade;

namespace TypedMetrics.Integration.Tests;

/// <summary>No warm update of any instrument allocates, with a label of each kind at once, be its values declared or not.</summary>
public sealed class AllKindsAllocationTests : IDisposable
{
    private static readonly string Place = new('p', 3);
    private static readonly DurationTimer Timer = DurationTimer.Start();

    private readonly AllKindsMetrics _metrics = new(new CollectorRegistry());

    public static TheoryData<string, bool> Updates
    {
        get
        {
            var updates = new TheoryData<string, bool>();
            foreach (var update in All.Keys)
            {
                updates.Add(update, true);
                updates.Add(update, false);
            }

            return updates;
        }
    }

    private static Dictionary<string, Action<AllKindsMetrics, AllKindsLabels>> All { get; } = new(StringComparer.Ordinal)
    {
        ["Counter.Inc()"] = static (metrics, labels) => metrics.Calls(labels).Inc(),
        ["Counter.Inc(long)"] = static (metrics, labels) => metrics.Calls(labels).Inc(2L),
        ["Counter.Inc(double)"] = static (metrics, labels) => metrics.Calls(labels).Inc(0.5),
        ["Counter.IncTo"] = static (metrics, labels) => metrics.Calls(labels).IncTo(1e6),
        ["Counter.Value"] = static (metrics, labels) => _ = metrics.Calls(labels).Value,
        ["Gauge.Set"] = static (metrics, labels) => metrics.Depth(labels).Set(3),
        ["Gauge.Inc"] = static (metrics, labels) => metrics.Depth(labels).Inc(3),
        ["Gauge.Dec"] = static (metrics, labels) => metrics.Depth(labels).Dec(),
        ["Gauge.SetToCurrentTime"] = static (metrics, labels) => metrics.Depth(labels).SetToCurrentTime(),
        ["Gauge.TrackInProgress"] = static (metrics, labels) => { using var progress = metrics.Depth(labels).TrackInProgress(); },
        ["Gauge.Time"] = static (metrics, labels) => { using var timing = metrics.Depth(labels).Time(); },
        ["Histogram.Observe"] = static (metrics, labels) => metrics.Wait(labels).Observe(0.7),
        ["Histogram.Observe(TimeSpan)"] = static (metrics, labels) => metrics.Wait(labels).Observe(TimeSpan.FromSeconds(1)),
        ["Histogram.Time"] = static (metrics, labels) => { using var timing = metrics.Wait(labels).Time(); },
        ["Histogram.ObserveTo"] = static (metrics, labels) => Timer.ObserveTo(metrics.Wait(labels)),
        ["Summary.Observe"] = static (metrics, labels) => metrics.Size(labels).Observe(64),
        ["Summary.Observe(TimeSpan)"] = static (metrics, labels) => metrics.Size(labels).Observe(TimeSpan.FromSeconds(64)),
        ["StateSet.Set"] = static (metrics, labels) => metrics.Door(labels).Set(Tint.VeryDark),
        ["StateSet.Set(bool)"] = static (metrics, labels) => metrics.Door(labels).Set(Tint.Light, true),
        ["Info.Set"] = static (metrics, labels) => metrics.Build(labels).Set(),
    };

    [Theory]
    [MemberData(nameof(Updates))]
    public void AllocatesNothingOnceWarm(string update, bool isDeclared)
    {
        var labels = isDeclared
            ? new AllKindsLabels(Tint.VeryDark, Height.Above, null, true, false, "miss", 2, Place, default)
            : new AllKindsLabels((Tint)7, (Height)1, null, true, null, "neither", 9, Place, default);
        var action = All[update];
        foreach (var taken in new[] { "a", "b" })
        {
            _metrics.Calls(labels with { Place = taken }).Inc(0);
        }

        for (var i = 0; i < 1_000; i++)
        {
            action(_metrics, labels);
        }

        Assert.Equal(0, TypedMetrics.Tests.Allocations.LeastOf(5, () =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                action(_metrics, labels);
            }
        }));
    }

    public void Dispose() => _metrics.Dispose();
}
