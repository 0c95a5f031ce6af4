using TypedMetrics.Exposition;
using TypedMetrics.Families;
using TypedMetrics.Rules;

namespace TypedMetrics.Registry;

/// <summary>Labels that every series of a registry or of a group carries. Immutable.</summary>
internal static class ConstantLabelSet
{
    /// <summary>What is wrong with a constant label, or <see langword="null"/>.</summary>
    public static string? Problem(string? name, string? value) =>
        !LabelNames.IsValid(name) ? $"'{name}' is no label name: [a-zA-Z_][a-zA-Z0-9_]* is"
            : LabelNames.IsReserved(name!) ? $"the label name '{name}' is reserved"
            : value is null ? $"the constant label '{name}' has no value"
            : null;

    /// <summary>The pairs as a series begins with them, without those of empty values.</summary>
    public static byte[] Encode(IEnumerable<KeyValuePair<string, string>> labels)
    {
        var buffer = new LabelBuffer();
        foreach (var (name, value) in labels)
        {
            if (value.Length > 0)
            {
                buffer.Append(LabelEscaping.Pair(name, value));
            }
        }

        return buffer.Written.ToArray();
    }
}
