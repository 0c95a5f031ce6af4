namespace TypedMetrics.Testing;

/// <summary>Assertions over the samples of a registry, as a scrape would show them now. Safe for any thread.</summary>
public static class MetricAssert
{
    /// <summary>A sample has a value.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="expected">The value; NaN is equal to itself.</param>
    /// <param name="name">The sample's name: <c>x_total</c> of a counter, <c>x_count</c> of a histogram.</param>
    /// <param name="labels">All its labels, in any order.</param>
    /// <exception cref="MetricAssertException">It has another value, or is not there.</exception>
    public static void Equal(CollectorRegistry registry, double expected, string name, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var snapshot = registry.TakeSnapshot();
        var found = snapshot.GetSampleValue(name, labels);
        if (found is not { } value)
        {
            throw new MetricAssertException($"{SampleText.Of(name, labels)} is not there; {SampleText.Present(snapshot, name)}");
        }

        if (!value.Equals(expected))
        {
            throw new MetricAssertException($"{SampleText.Of(name, labels)} is {SampleText.Of(value)}, not {SampleText.Of(expected)}");
        }
    }

    /// <summary>A sample is not there: its series has not been touched, or has been removed.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="name">The sample's name.</param>
    /// <param name="labels">All its labels, in any order.</param>
    /// <exception cref="MetricAssertException">It is there.</exception>
    public static void Absent(CollectorRegistry registry, string name, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        ArgumentNullException.ThrowIfNull(registry);
        if (registry.GetSampleValue(name, labels) is { } value)
        {
            throw new MetricAssertException($"{SampleText.Of(name, labels)} is {SampleText.Of(value)}, and should not be there");
        }
    }

    /// <summary>
    /// The registry has met no problem, and no update was refused or counted in <c>other</c>: what a test of sound code ends with.
    /// </summary>
    /// <param name="registry">The registry.</param>
    /// <exception cref="MetricAssertException">There was one; the message lists them.</exception>
    public static void NoProblems(CollectorRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var problems = registry.Problems.Select(static problem => $"{problem.Subject}: {problem.Message}")
            .Concat(registry.TakeSnapshot().Samples.Where(IsRefusal).Select(static sample => sample.ToString()))
            .ToList();
        if (problems.Count > 0)
        {
            throw new MetricAssertException("the registry tells of problems:\n" + string.Join('\n', problems));
        }
    }

    private static bool IsRefusal(MetricSample sample) =>
        sample.Name is "typedmetrics_label_overflow_total" or "typedmetrics_invalid_updates_total"
            or "typedmetrics_series_overflow_total" or "typedmetrics_collector_errors_total" or "typedmetrics_exemplars_dropped_total"
        && sample.Value > 0;
}
