using System.Text;
using TypedMetrics.CompilerServices;
using TypedMetrics.Expiry;

namespace TypedMetrics.Families;

/// <summary>A label whose values are those of a type marked <c>[OpenLabel]</c>.</summary>
internal sealed class OpenLabelDimension(LabelDeclaration declaration, OpenLabelValues values) : LabelDimension(declaration)
{
    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(declaration.Name + "=\"");

    /// <inheritdoc/>
    public override ValueExpiry? Expiry => values.Expiry;

    /// <inheritdoc/>
    public override int TextOf(int value) => value < Other ? value - OpenLabelValues.FirstText : -1;

    /// <inheritdoc/>
    public override void AppendPair(int value, LabelBuffer buffer)
    {
        if (value == 0)
        {
            return;
        }

        var text = value == Other ? "other"u8 : values.EscapedText(value);
        var length = _prefix.Length + text.Length + 1;
        var pair = buffer.Reserve(length);
        _prefix.CopyTo(pair);
        text.CopyTo(pair[_prefix.Length..]);
        pair[length - 1] = (byte)'"';
        buffer.Length += length;
    }
}
