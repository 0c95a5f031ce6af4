namespace TypedMetrics.Exposition;

/// <summary>Goes through encoded label pairs, <c>a="1",b="2"</c>, one by one.</summary>
/// <param name="labels">The pairs, escaped and joined by commas.</param>
internal ref struct LabelPairs(ReadOnlySpan<byte> labels)
{
    private ReadOnlySpan<byte> _rest = labels;

    /// <summary>The pair.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>This one, which is its own enumerator.</summary>
    public readonly LabelPairs GetEnumerator() => this;

    /// <summary>Goes on to the next pair.</summary>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var end = End(_rest);
        Current = _rest[..end];
        _rest = _rest[Math.Min(end + 1, _rest.Length)..];
        return true;
    }

    /// <summary>Whether a pair is among those to come.</summary>
    public readonly bool Contains(ReadOnlySpan<byte> wanted)
    {
        foreach (var pair in this)
        {
            if (pair.SequenceEqual(wanted))
            {
                return true;
            }
        }

        return false;
    }

    // A quote within a value is escaped, so the next one that is not ends the pair.
    private static int End(ReadOnlySpan<byte> labels)
    {
        for (var i = labels.IndexOf((byte)'"') + 1; i < labels.Length; i++)
        {
            if (labels[i] == '\\')
            {
                i++;
            }
            else if (labels[i] == '"')
            {
                return i + 1;
            }
        }

        return labels.Length;
    }
}
