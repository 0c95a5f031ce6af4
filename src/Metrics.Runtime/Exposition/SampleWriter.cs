using TypedMetrics.Families;

namespace TypedMetrics.Exposition;

/// <summary>
/// Takes a scrape, family by family and series by series, and writes it in one exposition format.
/// </summary>
/// <remarks>
/// <c>labels</c> are the label pairs as the text formats have them, escaped and without braces:
/// <c>method="GET",status="200"</c>; empty for none. <c>created</c> is the time of a series' birth in Unix seconds,
/// <see cref="double.NaN"/> where it is unknown. Not thread-safe.
/// </remarks>
internal abstract class SampleWriter
{
    /// <summary>About how many bytes are written between two flushes.</summary>
    public const int BlockSize = 32 * 1024;

    /// <summary>Whether about a block has been written since the last flush.</summary>
    public abstract bool ShouldPause { get; }

    /// <summary>Begins a family.</summary>
    public abstract void BeginFamily(FamilyDescriptor family);

    /// <summary>A counter's series with an integral value.</summary>
    public abstract void Counter(ReadOnlySpan<byte> labels, long value, double created);

    /// <summary>A counter's series.</summary>
    public abstract void Counter(ReadOnlySpan<byte> labels, double value, double created);

    /// <summary>
    /// The exemplars of the series that is written next, a counter's one or one for each bucket. Formats without exemplars
    /// ignore them.
    /// </summary>
    public virtual void Exemplars(ReadOnlySpan<KeptExemplar?> exemplars)
    {
    }

    /// <summary>A gauge's series.</summary>
    public abstract void Gauge(ReadOnlySpan<byte> labels, double value);

    /// <summary>A series of unknown type.</summary>
    public abstract void Unknown(ReadOnlySpan<byte> labels, double value);

    /// <summary>A state set's series.</summary>
    /// <param name="labels">The label pairs.</param>
    /// <param name="states">The states.</param>
    /// <param name="set">The true ones, a bit each; the lowest is that of the first state.</param>
    public abstract void StateSet(ReadOnlySpan<byte> labels, StateLabels states, long set);

    /// <summary>An info's series.</summary>
    public abstract void Info(ReadOnlySpan<byte> labels);

    /// <summary>A histogram's series.</summary>
    /// <param name="labels">The label pairs.</param>
    /// <param name="upperBounds">The finite upper bounds, strictly increasing.</param>
    /// <param name="counts">Observations per bucket, not cumulative; one more than bounds, the last is <c>+Inf</c>.</param>
    /// <param name="sum">The sum of the observations.</param>
    /// <param name="created">The series' birth.</param>
    public abstract void Histogram(
        ReadOnlySpan<byte> labels,
        ReadOnlySpan<double> upperBounds,
        ReadOnlySpan<long> counts,
        double sum,
        double created);

    /// <summary>A summary's series.</summary>
    /// <param name="labels">The label pairs.</param>
    /// <param name="quantiles">The quantiles, from 0 to 1, strictly increasing; empty where the summary has none.</param>
    /// <param name="values">Their values, as many; NaN where nothing was observed.</param>
    /// <param name="count">The number of observations.</param>
    /// <param name="sum">The sum of the observations.</param>
    /// <param name="created">The series' birth.</param>
    public abstract void Summary(
        ReadOnlySpan<byte> labels,
        ReadOnlySpan<double> quantiles,
        ReadOnlySpan<double> values,
        long count,
        double sum,
        double created);

    /// <summary>Ends the family.</summary>
    public abstract void EndFamily();

    /// <summary>Ends the scrape.</summary>
    public abstract void End();

    /// <summary>Hands what has been written to the output, before a flush.</summary>
    /// <returns>How many bytes that were.</returns>
    public virtual int Commit() => 0;
}
