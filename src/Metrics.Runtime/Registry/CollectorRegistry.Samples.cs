using TypedMetrics.Registry;

namespace TypedMetrics;

public sealed partial class CollectorRegistry
{
    /// <summary>
    /// The value of one sample, as a scrape would show it now. For tests and checks: it runs what a scrape runs,
    /// collectors included.
    /// </summary>
    /// <param name="name">
    /// The sample's name: <c>x_total</c> of a counter, <c>x_info</c> of an info, <c>x_bucket</c>, <c>x_sum</c> or <c>x_count</c> of a histogram,
    /// <c>x_created</c> for a series' birth in Unix seconds.
    /// </param>
    /// <param name="labels">
    /// All its labels, constant ones, a bucket's <c>le</c> and a state set's state included, in any order. A label with an empty value is as good
    /// as absent.
    /// </param>
    /// <returns>The value; <see langword="null"/> where there is no such sample.</returns>
    public double? GetSampleValue(string name, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        ArgumentNullException.ThrowIfNull(name);
        var reader = new SampleReader(name, labels);
        foreach (var family in FamiliesForScrape(CancellationToken.None))
        {
            if (family.Descriptor.Reserves(name))
            {
                reader.Read(family);
            }
        }

        return reader.Value;
    }

    /// <summary>
    /// A copy of what a scrape would show now, for tests and checks: it runs what a scrape runs, collectors included.
    /// </summary>
    public MetricsSnapshot TakeSnapshot()
    {
        var reader = new SnapshotReader();
        foreach (var family in FamiliesForScrape(CancellationToken.None))
        {
            reader.Read(family);
        }

        return reader.Snapshot;
    }
}
