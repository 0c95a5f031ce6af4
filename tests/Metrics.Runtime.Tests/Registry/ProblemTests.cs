using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using TypedMetrics.CompilerServices;
using TypedMetrics.Registry;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class ProblemTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void ListIsBounded()
    {
        for (var i = 0; i < ProblemLog.Capacity + 50; i++)
        {
            _ = _registry.Gauge($"bad-name-{i}");
        }

        Assert.Equal(ProblemLog.Capacity, _registry.Problems.Count);
        Assert.Equal("bad-name-0", _registry.Problems[0].Subject);
    }

    [Fact]
    public void HandlerThatThrowsHarmsNobody()
    {
        var told = 0;
        _registry.ProblemReported += _ => throw new InvalidOperationException();
        _registry.ProblemReported += _ => told++;
        var gauge = _registry.Gauge("bad-name").At(0);
        gauge.Set(1);
        Assert.Equal(1, told);
        Assert.Equal(1, gauge.Value);
    }

    [Fact]
    public void HandlerMayUseTheRegistry()
    {
        _registry.ProblemReported += _ => Assert.Null(_registry.GetSampleValue("bad-name"));
        _registry.AddDeferredSource(() => _registry.Gauge("bad-name"));
        Assert.Empty(_registry.Text());
        Assert.Single(_registry.Problems);
    }

    [Fact]
    public void EventSourceTellsThem()
    {
        using var listener = new Listener();
        _ = _registry.Gauge("told-to-the-event-source");
        Assert.Contains(listener.Subjects, subject => subject == "told-to-the-event-source");
    }

    private sealed class Listener : EventListener
    {
        public ConcurrentBag<string> Subjects { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "TypedMetrics")
            {
                EnableEvents(eventSource, EventLevel.Warning);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            // The base constructor enables events before this class's own has run.
            Subjects?.Add((string)eventData.Payload![0]!);
        }
    }
}
