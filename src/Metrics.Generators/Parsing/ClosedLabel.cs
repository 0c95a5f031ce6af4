using System;
using System.Collections.Generic;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Lays out the values of a closed label.</summary>
internal static class ClosedLabel
{
    /// <summary>The declared texts, then <c>other</c> unless one of them is it, then the empty text of a nullable label.</summary>
    public static LabelModel Of(string name, LabelKind kind, IReadOnlyList<string> texts, bool isNullable)
    {
        var values = new List<string>(texts);
        var other = -1;
        if (kind != LabelKind.Bool)
        {
            other = values.FindIndex(text => IsOverflow(kind, text));
            if (other < 0)
            {
                other = values.Count;
                values.Add(LabelModel.OverflowText);
            }
        }

        if (isNullable)
        {
            values.Add("");
        }

        return new(name, kind, values.Count, isNullable) { Values = new(values), Declared = texts.Count, Other = other };
    }

    // An enum's own member is meant in whatever case its text is written: OTHER beside other would be one too many.
    private static bool IsOverflow(LabelKind kind, string text) => string.Equals(
        text,
        LabelModel.OverflowText,
        kind == LabelKind.Enum ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
