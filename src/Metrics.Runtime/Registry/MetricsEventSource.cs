using System.Diagnostics.Tracing;

namespace TypedMetrics.Registry;

/// <summary>Tells of problems to <c>dotnet-trace</c>, <c>dotnet-monitor</c> and any <see cref="EventListener"/>.</summary>
[EventSource(Name = "TypedMetrics")]
internal sealed class MetricsEventSource : EventSource
{
    private const int ProblemId = 1;
    private const int LabelOverflowId = 2;

    /// <summary>The one instance.</summary>
    public static readonly MetricsEventSource Log = new();

    private MetricsEventSource()
    {
    }

    /// <summary>A problem, as <see cref="MetricsProblem"/> has it.</summary>
    [Event(ProblemId, Level = EventLevel.Warning)]
    public void Problem(string subject, string message, string exception)
    {
        if (IsEnabled())
        {
            WriteEvent(ProblemId, subject, message, exception);
        }
    }

    /// <summary>A value that did not fit a label, as <see cref="TypedMetrics.LabelOverflow"/> has it.</summary>
    [Event(LabelOverflowId, Level = EventLevel.Informational)]
    public void LabelOverflow(string metric, string label, string value)
    {
        if (IsEnabled())
        {
            WriteEvent(LabelOverflowId, metric, label, value);
        }
    }
}
