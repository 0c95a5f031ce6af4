using System.ComponentModel;
using System.Runtime.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

/// <summary>
/// The values of a type marked <c>[OpenLabel]</c>, one for the process and shared by all registries. Safe for any thread.
/// </summary>
/// <remarks>
/// A value is the label's index: 0 is the empty text, so that <see langword="default"/> is it as well, then come the texts in
/// the order in which they were seen, then <c>other</c>. What did not fit is a value of its own until a metric takes it,
/// since each metric that does counts it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenLabelValues
{
    private const int FirstText = 1;
    private const long Overflowed = -1;
    private readonly TextInterner _texts;

    /// <summary>Makes the values of a type.</summary>
    /// <param name="maximum">How many different texts, at least 1.</param>
    public OpenLabelValues(int maximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximum, int.MaxValue - 2);
        Maximum = maximum;
        _texts = new TextInterner(maximum, LabelEscaping.Escape);
    }

    /// <summary>How many different texts.</summary>
    internal int Maximum { get; }

    /// <summary>The index of <c>other</c>, the last one.</summary>
    internal int Other => Maximum + FirstText;

    /// <summary>The value of a text. A text that is known costs no lock and no memory.</summary>
    /// <param name="text">The text; <see langword="null"/> is the same as the empty text.</param>
    public long Intern(string? text) =>
        string.IsNullOrEmpty(text) ? 0
            : _texts.Find(text) is var ordinal and >= 0 ? ordinal + FirstText
            : Add(text);

    /// <inheritdoc cref="Intern(string?)"/>
    public long Intern(ReadOnlySpan<char> text) =>
        text.IsEmpty ? 0
            : _texts.Find(text) is var ordinal and >= 0 ? ordinal + FirstText
            : Add(text);

    /// <summary>The text of a value; <c>other</c> for one that did not fit.</summary>
    public string TextOf(long value)
    {
        var index = IndexOf(value);
        return index == 0 ? "" : (uint)index < (uint)Other ? _texts.Text(index - FirstText) : OpenDimension.OtherText;
    }

    /// <summary>Whether two values are the same label value; all that did not fit are <c>other</c>.</summary>
    public bool AreEqual(long left, long right) => Exposed(left) == Exposed(right);

    /// <summary>A hash of a value.</summary>
    public int HashOf(long value) => Exposed(value).GetHashCode();

    /// <summary>The label's index of a value; negative where it did not fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int IndexOf(long value) => (int)value;

    /// <summary>The text of an index between the empty one and <c>other</c>, escaped for the text formats.</summary>
    internal byte[] EscapedText(int index) => _texts.Encoded(index - FirstText);

    private long Exposed(long value) => value == Overflowed ? Other : value;

    // A value called so is no value that did not fit.
    private long Add(ReadOnlySpan<char> text) =>
        text.SequenceEqual(OpenDimension.OtherText) ? Other
            : _texts.Add(text) is var ordinal and >= 0 ? ordinal + FirstText
            : Overflowed;
}
