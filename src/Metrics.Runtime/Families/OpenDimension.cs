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

    /// <summary>The index of a text. Calls nothing on its way to a text that is known, so that it has nothing to save.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Intern(string? value) =>
        value is not null && _texts.FindAtPlace(value) is var index and >= 0 ? index : InternSlowly(value);

    /// <inheritdoc cref="Intern(string?)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Intern(ReadOnlySpan<char> value) =>
        _texts.FindAtPlace(value) is var index and >= 0 ? index : InternSlowly(value);

    /// <inheritdoc/>
    public override void LowerMaximum(int maximum) => _texts.Maximum = maximum;

    /// <inheritdoc/>
    public override byte[]? KeptPair(int value) =>
        value == Other ? _otherPair
            : value < Other && _texts.Encoded(value) is { Length: > 0 } pair ? pair
            : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int InternSlowly(ReadOnlySpan<char> value) =>
        value.IsEmpty && _nullable ? Empty
            : _texts.Find(value) is var index and >= 0 ? index
            : Add(value);

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
