using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedMetrics.Families;

namespace TypedMetrics.Exposition;

/// <summary>
/// What lines begin with, <c>name{a="1",</c>, for as long as it stays the same: the lines of one histogram, and the series of
/// a family that have all but their last label in common. Not thread-safe.
/// </summary>
internal struct LineHead()
{
    /// <summary>How much more room than its length it takes to copy the head, which goes by whole registers.</summary>
    public const int Slack = 32;

    private byte[] _bytes = new byte[128 + Slack];
    private int _length;
    private SeriesLabels? _labels;
    private int _revision;

    /// <summary>Its length; it ends with a brace or a comma.</summary>
    public readonly int Length => _length;

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
        if (_bytes.Length < _length + Slack)
        {
            _bytes = new byte[Math.Max(_bytes.Length * 2, _length + Slack)];
        }

        var length = Bytes.Copy(name, _bytes);
        _bytes[length++] = (byte)'{';
        if (!labels.IsEmpty)
        {
            length += Bytes.Copy(labels, _bytes.AsSpan(length));
            _bytes[length] = (byte)',';
        }
    }

    /// <summary>Copies the head to the beginning of a room.</summary>
    /// <param name="room">The room, by <see cref="Slack"/> longer than the head; what follows the head is overwritten.</param>
    /// <returns>The head's length.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int CopyTo(Span<byte> room)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(room.Length, _length + Slack);
        ref var from = ref MemoryMarshal.GetArrayDataReference(_bytes);
        ref var to = ref MemoryMarshal.GetReference(room);
        for (nuint i = 0; i < (nuint)_length; i += (nuint)Vector256<byte>.Count)
        {
            Vector256.LoadUnsafe(ref from, i).StoreUnsafe(ref to, i);
        }

        return _length;
    }

    /// <summary>Forgets whose head it is.</summary>
    public void Forget() => _labels = null;
}
