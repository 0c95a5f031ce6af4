using System.Buffers.Text;
using System.Text;
using TypedMetrics.CompilerServices;

namespace TypedMetrics.Families;

/// <summary>
/// A label with the integers of a range. The pairs of a short range are encoded once each; of a long one nothing is kept, so
/// that memory does not follow its length.
/// </summary>
internal sealed class RangeDimension(LabelDeclaration declaration, long minimum) : LabelDimension(declaration)
{
    private const int LongestKept = 4096;
    private const int MaximumDigits = 20;

    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(declaration.Name + "=\"");
    private byte[]?[]? _pairs;

    private int LongestPair => _prefix.Length + MaximumDigits + 1;

    /// <inheritdoc/>
    public override byte[]?[] KeptPairs => Size > LongestKept ? [] : _pairs ??= new byte[Size][];

    /// <inheritdoc/>
    public override byte[]? KeptPair(int value)
    {
        // Encoded by the first scrape that meets it; two at once make the same.
        return value <= Other && KeptPairs is { Length: > 0 } pairs ? pairs[value] ??= Encode(value) : null;
    }

    /// <inheritdoc/>
    public override void AppendPair(int value, LabelBuffer buffer)
    {
        if (KeptPair(value) is { } pair)
        {
            buffer.Append(pair);
        }
        else if (value <= Other)
        {
            var room = buffer.Reserve(LongestPair);
            buffer.Length += Encode(value, room);
        }
    }

    private byte[] Encode(int value)
    {
        var pair = new byte[LongestPair];
        return pair[..Encode(value, pair)];
    }

    private int Encode(int value, Span<byte> pair)
    {
        _prefix.CopyTo(pair);
        var text = pair[_prefix.Length..];
        int length;
        if (value == Other)
        {
            "other"u8.CopyTo(text);
            length = "other"u8.Length;
        }
        else
        {
            _ = Utf8Formatter.TryFormat(minimum + value, text, out length);
        }

        text[length] = (byte)'"';
        return _prefix.Length + length + 1;
    }
}
