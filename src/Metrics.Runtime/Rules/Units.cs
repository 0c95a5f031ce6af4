using System;

namespace TypedMetrics.Rules;

/// <summary>The base units that are recognised at the end of a name (prometheus.io, "Metric and label naming").</summary>
internal static class Units
{
    private static readonly string[] BaseUnits =
    [
        "seconds", "bytes", "ratio", "celsius", "kelvin", "meters", "grams", "joules", "volts", "amperes", "watts",
        "hertz", "moles", "candelas",
    ];

    /// <summary>The unit that the base name ends in, or <see langword="null"/>.</summary>
    public static string? FromName(string baseName)
    {
        foreach (var unit in BaseUnits)
        {
            if (IsSuffixOf(unit, baseName))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the base name ends in <c>_unit</c>, as OpenMetrics demands of a family with a unit; a scrape in which
    /// one does not is refused whole.
    /// </summary>
    public static bool IsSuffixOf(string unit, string baseName) =>
        baseName.Length > unit.Length + 1
        && baseName[baseName.Length - unit.Length - 1] == '_'
        && baseName.EndsWith(unit, StringComparison.Ordinal);
}
