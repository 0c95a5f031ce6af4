using TypedMetrics.Registry;

namespace TypedMetrics;

public sealed partial class CollectorRegistry
{
    /// <summary>How often one label is told of at most.</summary>
    private static readonly TimeSpan OverflowPeriod = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Raised by a scrape for each label that values did not fit since the last one, with one of these values; at most once a minute
    /// for a label. A handler should only take note. What a handler throws is ignored. The event source <c>TypedMetrics</c> tells the same.
    /// </summary>
    public event Action<LabelOverflow>? LabelOverflowed;

    private void TellOverflows(ScrapeSnapshot snapshot)
    {
        foreach (var registered in snapshot.Families)
        {
            foreach (var label in registered.Family.Labels)
            {
                if (!label.WantsSample && label.TakeSample(TimeProvider, OverflowPeriod) is { } value)
                {
                    var overflow = new LabelOverflow(registered.Family.Descriptor.TextName, label.Name, value, label.Overflows);
                    MetricsEventSource.Log.LabelOverflow(overflow.Metric, overflow.Label, overflow.Value);
                    Listeners.Tell(LabelOverflowed, overflow);
                }
            }
        }
    }
}
