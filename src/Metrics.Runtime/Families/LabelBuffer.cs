using TypedMetrics.Exposition;

namespace TypedMetrics.Families;

/// <summary>A growing buffer of label pairs, parted by commas. Not thread-safe.</summary>
internal sealed class LabelBuffer
{
    private byte[] _bytes = new byte[128];

    /// <summary>The bytes used; setting it back cuts off what follows.</summary>
    public int Length { get; set; }

    /// <summary>What has been appended.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Appends a pair, or nothing where it is empty.</summary>
    public void Append(ReadOnlySpan<byte> pair)
    {
        if (pair.IsEmpty)
        {
            return;
        }

        var room = Reserve(pair.Length);
        Length += Bytes.Copy(pair, room);
    }

    /// <summary>Begins a pair of at most that length: writes the comma and gives the room after it.</summary>
    public Span<byte> Reserve(int length)
    {
        if (_bytes.Length - Length <= length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + length + 1));
        }

        if (Length > 0)
        {
            _bytes[Length++] = (byte)',';
        }

        return _bytes.AsSpan(Length);
    }
}
