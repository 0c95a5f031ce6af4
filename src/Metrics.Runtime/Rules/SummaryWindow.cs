using System;
using System.Collections.Generic;

namespace TypedMetrics.Rules;

/// <summary>The rules for a summary's quantiles and window, one for the build and the run time.</summary>
internal static class SummaryWindow
{
    /// <summary>The window of a summary that states none, in seconds.</summary>
    public const double DefaultMaxAgeSeconds = 600;

    /// <summary>The parts in which observations leave the window of a summary that states no number.</summary>
    public const int DefaultAgeBuckets = 5;

    /// <summary>The most parts of a window: each costs a copy of the counts.</summary>
    public const int MaximumAgeBuckets = 100;

    /// <summary>The longest window, in seconds: what a timer can wait for.</summary>
    public const double MaximumMaxAgeSeconds = 30 * 24 * 60 * 60;

    /// <summary>
    /// The quantiles of a summary without labels that states none. With labels it has none then, since those of several
    /// series cannot be put together.
    /// </summary>
    public static IReadOnlyList<double> DefaultQuantiles { get; } = [0.5, 0.9, 0.99];

    /// <summary>The quantiles of a summary that states none.</summary>
    public static IReadOnlyList<double> QuantilesOf(int labels) => labels == 0 ? DefaultQuantiles : [];

    /// <summary>What is wrong with the quantiles, or <see langword="null"/>; none at all is right.</summary>
    public static string? Problem(IReadOnlyList<double> quantiles)
    {
        for (var i = 0; i < quantiles.Count; i++)
        {
            if (!(quantiles[i] > 0 && quantiles[i] < 1))
            {
                return FormattableString.Invariant($"a quantile lies between 0 and 1, and {quantiles[i]} does not");
            }

            if (i > 0 && quantiles[i] <= quantiles[i - 1])
            {
                return FormattableString.Invariant($"the quantiles must increase strictly, and {quantiles[i]} follows {quantiles[i - 1]}");
            }
        }

        return null;
    }

    /// <summary>What is wrong with the length of the window, or <see langword="null"/>.</summary>
    public static string? AgeProblem(double maxAgeSeconds) =>
        maxAgeSeconds > 0 && maxAgeSeconds <= MaximumMaxAgeSeconds ? null : "the window is longer than 0 seconds, and at most 30 days";

    /// <summary>What is wrong with the number of parts, or <see langword="null"/>.</summary>
    public static string? PartsProblem(int ageBuckets) =>
        ageBuckets is >= 1 and <= MaximumAgeBuckets ? null : "a window has 1 to 100 age buckets";
}
