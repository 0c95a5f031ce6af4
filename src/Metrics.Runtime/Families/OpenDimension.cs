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

    /// <inheritdoc cref="TextInterner.PublishTo"/>
    public void PublishTo(Action<InstanceTexts, QuickTexts> published) => _texts.PublishTo(published);

    /// <inheritdoc cref="TextInterner.Remember"/>
    public void Remember(string text, int index) => _texts.Remember(text, index);

    /// <summary>The index of a text.</summary>
    /// <param name="value">The text.</param>
    /// <param name="instance">The string that it is the text of, if it is one's.</param>
    public int Intern(ReadOnlySpan<char> value, string? instance)
    {
        if (value.IsEmpty && _nullable)
        {
            return Empty;
        }

        var index = _texts.Find(value);
        if (index < 0)
        {
            return Add(value, instance);
        }

        if (instance is not null && ReferenceEquals(instance, _texts.Text(index)))
        {
            _texts.Remember(instance, index);
        }

        return index;
    }

    /// <inheritdoc/>
    public override void LowerMaximum(int maximum) => _texts.Maximum = maximum;

    /// <inheritdoc/>
    public override byte[]? KeptPair(int value) =>
        value == Other ? _otherPair
            : value < Other && _texts.Encoded(value) is { Length: > 0 } pair ? pair
            : null;

    private int Add(ReadOnlySpan<char> value, string? instance)
    {
        // A value called so is no value that did not fit.
        if (value.SequenceEqual(OtherText))
        {
            return Other;
        }

        var index = _texts.Add(value, instance);
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
