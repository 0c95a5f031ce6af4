using System.Buffers.Text;
using System.Text;
using TypedMetrics.CompilerServices;

namespace TypedMetrics.Families;

/// <summary>A label with the integers of a range. Nothing is kept per value: the range may be long.</summary>
internal sealed class RangeDimension(LabelDeclaration declaration, long minimum) : LabelDimension(declaration)
{
    private const int MaximumDigits = 20;
    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(declaration.Name + "=\"");

    /// <inheritdoc/>
    public override void AppendPair(int value, LabelBuffer buffer)
    {
        if (value > Other)
        {
            return;
        }

        var pair = buffer.Reserve(_prefix.Length + MaximumDigits + 1);
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
        buffer.Length += _prefix.Length + length + 1;
    }
}
