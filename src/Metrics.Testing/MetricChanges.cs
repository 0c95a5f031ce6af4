namespace TypedMetrics.Testing;

/// <summary>
/// What has changed in a registry since a moment. For code whose metrics live in <see cref="CollectorRegistry.Default"/>, where
/// values of earlier tests are left: <c>var changes = MetricChanges.Since(registry);</c>, then the code, then the assertions. Safe for any thread.
/// </summary>
public sealed class MetricChanges
{
    private readonly CollectorRegistry _registry;
    private readonly MetricsSnapshot _before;

    private MetricChanges(CollectorRegistry registry, MetricsSnapshot before)
    {
        _registry = registry;
        _before = before;
    }

    /// <summary>Remembers what the registry shows now.</summary>
    /// <param name="registry">The registry.</param>
    public static MetricChanges Since(CollectorRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return new(registry, registry.TakeSnapshot());
    }

    /// <summary>By how much a sample has changed. One that was not there, or is not there any more, counts as 0 then.</summary>
    /// <param name="name">The sample's name: <c>x_total</c> of a counter, <c>x_count</c> of a histogram.</param>
    /// <param name="labels">All its labels, in any order.</param>
    public double Of(string name, params ReadOnlySpan<(string Name, string Value)> labels) =>
        (_registry.GetSampleValue(name, labels) ?? 0) - (_before.GetSampleValue(name, labels) ?? 0);

    /// <summary>A sample has changed by an amount.</summary>
    /// <param name="expected">The difference; 0 for a sample that is as it was.</param>
    /// <param name="name">The sample's name.</param>
    /// <param name="labels">All its labels, in any order.</param>
    /// <exception cref="MetricAssertException">It has changed by another amount.</exception>
    public void AssertChanged(double expected, string name, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        var change = Of(name, labels);
        if (change != expected)
        {
            throw new MetricAssertException(
                $"{SampleText.Of(name, labels)} has changed by {SampleText.Of(change)}, not by {SampleText.Of(expected)}; {All(name)}");
        }
    }

    private string All(string name)
    {
        var changed = _registry.TakeSnapshot().Samples
            .Where(sample => SampleText.IsRelated(sample, name))
            .Select(sample => (Sample: sample, Change: sample.Value - (_before.GetSampleValue(sample.Name, Labels(sample)) ?? 0)))
            .Where(static change => change.Change != 0)
            .Select(static change => (change.Sample with { Value = change.Change }).ToString());
        return SampleText.List("changes of that name", changed);
    }

    private static (string Name, string Value)[] Labels(MetricSample sample) => [.. sample.Labels.Select(static label => (label.Key, label.Value))];
}
