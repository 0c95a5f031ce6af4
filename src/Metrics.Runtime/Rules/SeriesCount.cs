using System.Collections.Generic;

namespace TypedMetrics.Rules;

/// <summary>
/// The arithmetic of label sets. A series is the integer <c>((v0 * size1) + v1) * size2 + v2 …</c>: the first label
/// varies slowest, and the number of series is the product of the sizes.
/// </summary>
internal static class SeriesCount
{
    /// <summary>The highest number of series that an index holds.</summary>
    public const int Maximum = int.MaxValue;

    /// <summary>How many series a metric keeps at run time that does not state it; further ones are counted in its overflow series.</summary>
    public const int DefaultMaxSeries = 10_000;

    /// <summary>The product of the sizes; <see cref="long.MaxValue"/> where it is more than a long holds.</summary>
    public static long Of(IEnumerable<int> sizes)
    {
        var count = 1L;
        foreach (var size in sizes)
        {
            if (size > 0 && count > long.MaxValue / size)
            {
                return long.MaxValue;
            }

            count *= size;
        }

        return count;
    }

    /// <summary>
    /// The lines of a scrape that one series makes: a histogram's buckets, <c>+Inf</c>, <c>_sum</c> and <c>_count</c>; a
    /// summary's quantiles, <c>_sum</c> and <c>_count</c>; a state set's states.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="count">
    /// How many bounds a histogram has, without <c>+Inf</c>, how many quantiles a summary, how many states a state set.
    /// </param>
    public static int LinesPerSeries(MetricType type, int count) => type switch
    {
        MetricType.Histogram => count + 3,
        MetricType.Summary => count + 2,
        MetricType.StateSet => count,
        _ => 1,
    };

    /// <summary>The lines of a scrape that all series make; <see cref="long.MaxValue"/> where a long does not hold them.</summary>
    public static long Lines(long series, int linesPerSeries) =>
        series > long.MaxValue / linesPerSeries ? long.MaxValue : series * linesPerSeries;

    /// <summary>The lines up to which counters, histograms and summaries with closed labels are exposed with 0 from the first scrape.</summary>
    public const int PreinitializedLines = 128;
}
