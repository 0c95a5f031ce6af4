using TypedMetrics.Families;

namespace TypedMetrics.Exposition;

/// <summary>
/// What lines begin with, <c>name{a="1",</c>, for as long as it stays the same: the lines of one histogram, and the series of
/// a family that have all but their last label in common. Not thread-safe.
/// </summary>
internal struct LineHead()
{
    private byte[] _bytes = new byte[128];
    private int _length;
    private SeriesLabels? _labels;
    private int _revision;

    /// <summary>The bytes; they end with a brace or a comma.</summary>
    public readonly ReadOnlySpan<byte> Written => new(_bytes, 0, _length);

    /// <summary>Whether this is the head of the series that these labels have moved to.</summary>
    public readonly bool IsOf(SeriesLabels labels) => labels == _labels && labels.OuterRevision == _revision;

    /// <summary>Makes the head of series that share their outer labels.</summary>
    public void Set(ReadOnlySpan<byte> name, ReadOnlySpan<byte> outer, SeriesLabels labels)
    {
        Set(name, outer);
        _labels = labels;
        _revision = labels.OuterRevision;
    }

    /// <summary>Makes the head of the lines of one series.</summary>
    public void Set(ReadOnlySpan<byte> name, ReadOnlySpan<byte> labels)
    {
        _labels = null;
        _length = name.Length + labels.Length + (labels.IsEmpty ? 1 : 2);
        if (_bytes.Length < _length)
        {
            _bytes = new byte[Math.Max(_bytes.Length * 2, _length)];
        }

        var length = Bytes.Copy(name, _bytes);
        _bytes[length++] = (byte)'{';
        if (!labels.IsEmpty)
        {
            length += Bytes.Copy(labels, _bytes.AsSpan(length));
            _bytes[length] = (byte)',';
        }
    }

    /// <summary>Forgets whose head it is.</summary>
    public void Forget() => _labels = null;
}
