using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Formats of dates that leave few texts: <c>HH</c> has 24, <c>dddd</c> has 7.</summary>
internal static class DateFormats
{
    public static bool IsMoment(ITypeSymbol? type) =>
        KnownSources.Types.TryGet(ValueTypes.Unwrap(type), out var kind) && kind == OriginKind.Clock;

    /// <summary>
    /// Whether a custom format shows one part of a moment only. One letter alone is a standard format, which shows many.
    /// </summary>
    public static bool IsCoarse(string format)
    {
        if (format.Length < 2)
        {
            return false;
        }

        var shown = '\0';
        foreach (var c in format)
        {
            if (c is 'f' or 'F' or 'o' or '\'' or '"' or '\\')
            {
                return false;
            }

            if (c is 'd' or 'h' or 'H' or 'm' or 'M' or 's' or 'y' or 't' or 'z' or 'K')
            {
                if (shown != '\0' && shown != c)
                {
                    return false;
                }

                shown = c;
            }
        }

        return shown != '\0';
    }
}
