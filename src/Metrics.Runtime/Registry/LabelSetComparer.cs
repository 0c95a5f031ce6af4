using TypedMetrics.Exposition;

namespace TypedMetrics.Registry;

/// <summary>Compares label sets in their encoded form: the same pairs in whatever order are the same set.</summary>
internal sealed class LabelSetComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static LabelSetComparer Instance { get; } = new();

    private LabelSetComparer()
    {
    }

    /// <inheritdoc/>
    public bool Equals(byte[]? left, byte[]? right) => Equals(left.AsSpan(), right!);

    /// <inheritdoc/>
    public bool Equals(ReadOnlySpan<byte> left, byte[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        if (left.SequenceEqual(right))
        {
            return true;
        }

        // Of one length, and no pair twice in a set: it is enough that each of one is in the other.
        foreach (var pair in new LabelPairs(left))
        {
            if (!new LabelPairs(right).Contains(pair))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public int GetHashCode(byte[] labels) => GetHashCode(labels.AsSpan());

    /// <inheritdoc/>
    public int GetHashCode(ReadOnlySpan<byte> labels)
    {
        var hash = 0;
        foreach (var pair in new LabelPairs(labels))
        {
            var code = new HashCode();
            code.AddBytes(pair);
            hash ^= code.ToHashCode();
        }

        return hash;
    }

    /// <inheritdoc/>
    public byte[] Create(ReadOnlySpan<byte> labels) => labels.ToArray();
}
