namespace TypedMetrics.Cells;

/// <summary>Reads quantiles off counts.</summary>
internal static class SketchQuantiles
{
    private const double Rounding = 1e-15;

    /// <summary>
    /// The values at the ranks <c>ceil(q * n)</c>, counted from 1, of the observations between two moments: each within 0.78 %
    /// of the observation at that rank, and not beyond the extremes.
    /// </summary>
    /// <param name="counts">The counts at the later moment.</param>
    /// <param name="before">The counts at the earlier one.</param>
    /// <param name="extremes">The extremes of what was observed between, and perhaps a little earlier.</param>
    /// <param name="quantiles">The quantiles, from 0 to 1, not decreasing.</param>
    /// <param name="values">Takes as many values, NaN where nothing was observed between.</param>
    public static void Read(
        SketchCounts counts, SketchCounts before, Extremes extremes, ReadOnlySpan<double> quantiles, Span<double> values)
    {
        var observations = counts.Total - before.Total;
        if (observations <= 0)
        {
            values.Fill(double.NaN);
            return;
        }

        var earlier = 0;
        var next = 0;
        var seen = 0L;
        for (var i = 0; i < counts.Keys.Length && next < values.Length; i++)
        {
            var key = counts.Keys[i];
            seen += counts.Counts[i];

            // What was not empty before is not empty now.
            if (earlier < before.Keys.Length && before.Keys[earlier] == key)
            {
                seen -= before.Counts[earlier++];
            }

            while (next < values.Length && Rank(quantiles[next], observations) <= seen)
            {
                values[next++] = Clamp(SketchBuckets.Estimate(key), key, extremes);
            }
        }
    }

    // Counted from 1. What rounding adds to a whole product (0.07 * 100) is no rank more.
    private static long Rank(double quantile, long observations) =>
        Math.Clamp((long)Math.Ceiling(quantile * observations * (1 - Rounding)), 1, observations);

    // Only within the bucket that an extreme is in, so that one of another moment cannot add to the error.
    private static double Clamp(double estimate, int key, Extremes extremes)
    {
        if (estimate < extremes.Minimum && SketchBuckets.KeyOf(extremes.Minimum) == key)
        {
            return extremes.Minimum;
        }

        return estimate > extremes.Maximum && SketchBuckets.KeyOf(extremes.Maximum) == key ? extremes.Maximum : estimate;
    }
}
