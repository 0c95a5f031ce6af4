using TypedMetrics.Rules;

namespace TypedMetrics.Exposition;

/// <summary>Checks and encodes the labels that a collector gives.</summary>
internal static class CollectedLabels
{
    /// <summary>Encodes the constant labels whose names are not among the series' own, then these.</summary>
    /// <param name="labels">The series' labels.</param>
    /// <param name="constantLabels">The registry's constant labels.</param>
    /// <param name="reserved">A name that none of them may have: a state set's own.</param>
    /// <param name="identity">Equal for equal label sets, whatever their order.</param>
    /// <exception cref="ArgumentException">A name is invalid, reserved, or there twice.</exception>
    public static byte[] Encode(
        ReadOnlySpan<(string Name, string Value)> labels,
        IReadOnlyList<KeyValuePair<string, string>> constantLabels,
        string? reserved,
        out string identity)
    {
        if (labels.IsEmpty && constantLabels.Count == 0)
        {
            identity = "";
            return [];
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var pairs = new List<byte[]>();
        var texts = new List<string>();
        foreach (var (name, _) in labels)
        {
            Check(name, names);
        }

        if (reserved is not null && !names.Add(reserved))
        {
            throw new ArgumentException($"the label '{reserved}' is that of the states");
        }

        foreach (var (name, value) in constantLabels)
        {
            if (names.Add(name))
            {
                Add(name, value);
            }
        }

        foreach (var (name, value) in labels)
        {
            Add(name, value);
        }

        texts.Sort(StringComparer.Ordinal);
        identity = string.Join('\n', texts);
        return Join(pairs);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                pairs.Add(LabelEscaping.Pair(name, value));
                texts.Add(string.Concat(name, "=", value.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), ":", value));
            }
        }
    }

    private static void Check(string name, HashSet<string> names)
    {
        if (!LabelNames.IsValid(name) || LabelNames.IsReserved(name))
        {
            throw new ArgumentException($"'{name}' is no label name: [a-zA-Z_][a-zA-Z0-9_]* is, but not 'le', 'quantile' or '__…'");
        }

        if (!names.Add(name))
        {
            throw new ArgumentException($"the label '{name}' is there twice");
        }
    }

    private static byte[] Join(List<byte[]> pairs)
    {
        var joined = new byte[pairs.Sum(pair => pair.Length) + Math.Max(0, pairs.Count - 1)];
        var position = 0;
        foreach (var pair in pairs)
        {
            if (position > 0)
            {
                joined[position++] = (byte)',';
            }

            pair.CopyTo(joined, position);
            position += pair.Length;
        }

        return joined;
    }
}
