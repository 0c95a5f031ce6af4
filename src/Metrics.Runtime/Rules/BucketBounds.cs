using System;
using System.Collections.Generic;

namespace TypedMetrics.Rules;

/// <summary>The rules for bucket upper bounds, one for the build and the run time.</summary>
internal static class BucketBounds
{
    /// <summary>Prometheus' Python client's default bounds, made for latencies in seconds.</summary>
    public static IReadOnlyList<double> Default { get; } =
        [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    /// <summary>What is wrong with the bounds, or <see langword="null"/>.</summary>
    public static string? Problem(IReadOnlyList<double> bounds)
    {
        if (bounds.Count == 0)
        {
            return "no bucket is given";
        }

        for (var i = 0; i < bounds.Count; i++)
        {
            if (double.IsNaN(bounds[i]))
            {
                return "a bound is NaN";
            }

            if (double.IsInfinity(bounds[i]))
            {
                return "a bound is infinite; the bucket '+Inf' is always there and is not listed";
            }

            if (i > 0 && bounds[i] <= bounds[i - 1])
            {
                return FormattableString.Invariant($"the bounds must increase strictly, and {bounds[i]} follows {bounds[i - 1]}");
            }
        }

        return null;
    }

    /// <summary><c>start * factor^i</c>; <see langword="null"/> with a reason where the arguments make no bounds.</summary>
    public static double[]? Exponential(double start, double factor, int count, out string? problem)
    {
        problem = count is < 1 or > MaximumCount ? CountProblem
            : !(start > 0) || double.IsInfinity(start) ? "'start' must be above 0"
            : !(factor > 1) || double.IsInfinity(factor) ? "'factor' must be above 1"
            : null;
        if (problem is not null)
        {
            return null;
        }

        var bounds = new double[count];
        var bound = start;
        for (var i = 0; i < count; i++)
        {
            bounds[i] = bound;
            bound *= factor;
        }

        problem = Problem(bounds);
        return problem is null ? bounds : null;
    }

    /// <summary><c>start + width * i</c>; <see langword="null"/> with a reason where the arguments make no bounds.</summary>
    public static double[]? Linear(double start, double width, int count, out string? problem)
    {
        problem = count is < 1 or > MaximumCount ? CountProblem
            : double.IsNaN(start) || double.IsInfinity(start) ? "'start' must be finite"
            : !(width > 0) || double.IsInfinity(width) ? "'width' must be above 0"
            : null;
        if (problem is not null)
        {
            return null;
        }

        var bounds = new double[count];
        for (var i = 0; i < count; i++)
        {
            bounds[i] = start + (width * i);
        }

        problem = Problem(bounds);
        return problem is null ? bounds : null;
    }

    private const int MaximumCount = 10_000;
    private const string CountProblem = "'count' must lie between 1 and 10,000";
}
