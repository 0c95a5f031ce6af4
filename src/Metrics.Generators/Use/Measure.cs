using System;

namespace TypedMetrics.Generators.Use;

/// <summary>What a number counts: a base unit, and how many of it one is. A time in milliseconds is in seconds times 0.001.</summary>
/// <param name="BaseUnit"><c>seconds</c> or <c>bytes</c>.</param>
/// <param name="Scale">How many base units one is; not a number for a stopwatch's ticks, which differ between machines.</param>
internal readonly record struct Measure(string BaseUnit, double Scale)
{
    public const string Seconds = "seconds";
    public const string Bytes = "bytes";

    private static readonly (string BaseUnit, double Scale, string Name)[] Named =
    [
        (Seconds, 1, "seconds"), (Seconds, 1e-3, "milliseconds"), (Seconds, 1e-6, "microseconds"), (Seconds, 1e-9, "nanoseconds"),
        (Seconds, 1e-7, "ticks"), (Seconds, 60, "minutes"), (Seconds, 3_600, "hours"), (Seconds, 86_400, "days"),
        (Bytes, 1, "bytes"), (Bytes, 1024, "kibibytes"), (Bytes, 1024d * 1024, "mebibytes"), (Bytes, 1024d * 1024 * 1024, "gibibytes"),
    ];

    /// <summary>The unit's name; <see langword="null"/> for a number that is no unit, such as a mean of ten durations.</summary>
    public string? Name
    {
        get
        {
            if (double.IsNaN(Scale))
            {
                return "a stopwatch's ticks";
            }

            foreach (var (unit, scale, name) in Named)
            {
                if (unit == BaseUnit && IsNear(Scale / scale))
                {
                    return name;
                }
            }

            return null;
        }
    }

    /// <summary>The measure that a metric's unit stands for, or <see langword="null"/>.</summary>
    public static Measure? Of(string? unit)
    {
        foreach (var (baseUnit, scale, name) in Named)
        {
            if (name == unit)
            {
                return new Measure(baseUnit, scale);
            }
        }

        return null;
    }

    /// <summary>Whether numbers of both measures mean the same; rounding aside.</summary>
    public bool IsSameAs(Measure other) => BaseUnit == other.BaseUnit && (Scale.Equals(other.Scale) || IsNear(Scale / other.Scale));

    /// <summary>The measure of a number of this one, multiplied by a constant; <see langword="null"/> where that need not be a conversion.</summary>
    public Measure? MultipliedBy(double factor)
    {
        // A base unit divided by a constant may be a mean, or a share; only smaller parts of it are meant by a factor.
        var isConversion = Scale.Equals(1d)
            ? BaseUnit == Seconds ? factor is 1e3 or 1e6 or 1e9 : IsNear(factor * 1024) || IsNear(factor * 1024 * 1024) || IsNear(factor * 1024 * 1024 * 1024)
            : !double.IsNaN(Scale) && factor > 0;
        return isConversion ? this with { Scale = Scale / factor } : null;
    }

    private static bool IsNear(double ratio) => Math.Abs(ratio - 1) < 1e-9;
}
