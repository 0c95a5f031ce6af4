using System.Runtime.CompilerServices;
using TypedMetrics.CompilerServices;
using TypedMetrics.Expiry;
using TypedMetrics.Exposition;

namespace TypedMetrics.Families;

/// <summary>
/// A label whose values come at run time: the first texts get an index each, the later ones share <c>other</c>.
/// </summary>
internal sealed class OpenDimension : LabelDimension
{
    /// <summary>The text of the overflow value.</summary>
    public const string OtherText = "other";

    private readonly bool _nullable;
    private readonly TextInterner _texts;
    private readonly byte[] _otherPair;

    public OpenDimension(LabelDeclaration declaration, bool nullable, TimeSpan expireAfter)
        : base(declaration)
    {
        _nullable = nullable;
        Expiry = expireAfter > TimeSpan.Zero ? new ValueExpiry(expireAfter) : null;
        _texts = new TextInterner(declaration.Other, text => text.Length == 0 ? [] : LabelEscaping.Pair(declaration.Name, text), Expiry);
        _otherPair = LabelEscaping.Pair(declaration.Name, OtherText);
    }

    /// <inheritdoc/>
    public override ValueExpiry? Expiry { get; }

    private int Empty => Other + 1;

    /// <inheritdoc/>
    public override int TextOf(int value) => value < Other ? value : -1;

    /// <summary>The index of a text. A method of its own, whose registers the accessors' other labels do not need.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Intern(string? value) =>
        string.IsNullOrEmpty(value) ? InternEmpty()
            : _texts.Find(value) is var index and >= 0 ? index
            : Add(value);

    /// <inheritdoc cref="Intern(string?)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Intern(ReadOnlySpan<char> value) =>
        value.IsEmpty ? InternEmpty()
            : _texts.Find(value) is var index and >= 0 ? index
            : Add(value);

    /// <inheritdoc/>
    public override void LowerMaximum(int maximum) => _texts.Maximum = maximum;

    /// <inheritdoc/>
    public override void AppendPair(int value, LabelBuffer buffer)
    {
        if (value < Other)
        {
            buffer.Append(_texts.Encoded(value));
        }
        else if (value == Other)
        {
            buffer.Append(_otherPair);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int InternEmpty() =>
        _nullable ? Empty
            : _texts.Find("") is var index and >= 0 ? index
            : Add("");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Add(ReadOnlySpan<char> value)
    {
        // A value called so is no value that did not fit.
        if (value.SequenceEqual(OtherText))
        {
            return Other;
        }

        var index = _texts.Add(value);
        if (index >= 0)
        {
            return index;
        }

        if (WantsSample)
        {
            KeepSample(value);
        }

        return Overflow();
    }
}
