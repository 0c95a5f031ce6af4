using System.ComponentModel;
using System.Runtime.CompilerServices;
using TypedMetrics.Expiry;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

/// <summary>
/// The values of a type marked <c>[OpenLabel]</c>, one for the process and shared by all registries. Safe for any thread.
/// </summary>
/// <remarks>
/// A value is the label's index: 0 is the empty text, so that <see langword="default"/> is it as well, then come the texts in
/// the order in which they were seen, then <c>other</c>. What did not fit is a value of its own until a metric takes it,
/// since each metric that does counts it. Where texts expire, the upper half says which of the texts that the index has had is meant.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenLabelValues
{
    /// <summary>The index of the first text.</summary>
    internal const int FirstText = 1;

    private const int BirthBits = 32;
    private const long Overflowed = -1;
    private readonly TextInterner _texts;

    /// <summary>Makes the values of a type.</summary>
    /// <param name="maximum">How many different texts, at least 1.</param>
    /// <param name="expireAfterSeconds">After how many seconds unseen a text gives its place up; 0 for never.</param>
    public OpenLabelValues(int maximum, double expireAfterSeconds = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximum, int.MaxValue - 2);
        Maximum = maximum;
        var expireAfter = ExpiryOf(expireAfterSeconds);
        Expiry = expireAfter > TimeSpan.Zero ? new ValueExpiry(expireAfter) : null;
        _texts = new TextInterner(maximum, LabelEscaping.Escape, Expiry);
    }

    /// <summary>What frees the values; <see langword="null"/> where they stay.</summary>
    internal ValueExpiry? Expiry { get; }

    /// <summary>How many different texts.</summary>
    internal int Maximum { get; }

    /// <summary>The index of <c>other</c>, the last one.</summary>
    internal int Other => Maximum + FirstText;

    /// <summary>The value of a text. A text that is known costs no lock and no memory.</summary>
    /// <param name="text">The text; <see langword="null"/> is the same as the empty text.</param>
    public long Intern(string? text) =>
        string.IsNullOrEmpty(text) ? 0
            : Expiry is not null ? InternMortal(text)
            : _texts.Find(text) is var ordinal and >= 0 ? ordinal + FirstText
            : Add(text);

    /// <inheritdoc cref="Intern(string?)"/>
    public long Intern(ReadOnlySpan<char> text) =>
        text.IsEmpty ? 0
            : Expiry is not null ? InternMortal(text)
            : _texts.Find(text) is var ordinal and >= 0 ? ordinal + FirstText
            : Add(text);

    /// <summary>The text of a value; <c>other</c> for one that did not fit.</summary>
    public string TextOf(long value)
    {
        var index = IndexOf(value);
        if (index == 0)
        {
            return "";
        }

        if ((uint)index >= (uint)Other)
        {
            return OpenDimension.OtherText;
        }

        // Asked afterwards: an index that has been given to another text must not give that one away.
        var text = _texts.Text(index - FirstText);
        return Expiry is null || Expiry.BirthOf(index - FirstText) == BirthOf(value) ? text : OpenDimension.OtherText;
    }

    /// <summary>
    /// Whether two values are the same label value; all that did not fit are <c>other</c>. A text that has expired and has come
    /// back is another value than before.
    /// </summary>
    public bool AreEqual(long left, long right) => Exposed(left) == Exposed(right);

    /// <summary>A hash of a value.</summary>
    public int HashOf(long value) => Exposed(value).GetHashCode();

    /// <summary>The label's index of a value; negative where it did not fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int IndexOf(long value) => (int)value;

    /// <summary>Takes note that a value was seen; false where it has been freed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySee(long value)
    {
        var birth = BirthOf(value);
        return birth == 0 || Expiry!.TrySee(IndexOf(value) - FirstText, birth);
    }

    /// <summary>The time after which values expire.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, not a number or longer than a <see cref="TimeSpan"/> holds.</exception>
    internal static TimeSpan ExpiryOf(double seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        return seconds <= TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds(seconds)
            : throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "no time span is as long");
    }

    /// <summary>The text of an index between the empty one and <c>other</c>, escaped for the text formats.</summary>
    internal byte[] EscapedText(int index) => _texts.Encoded(index - FirstText);

    private long Exposed(long value) => value == Overflowed ? Other : value;

    // 0 for the empty value and 'other', which never expire.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int BirthOf(long value) => (int)(value >> BirthBits);

    // The birth says which text is meant only if it was not freed meanwhile, and its index given to another: then again.
    private long InternMortal(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var generation = Generations.Current;
            var ordinal = _texts.Find(text);
            if (ordinal < 0)
            {
                if (text.SequenceEqual(OpenDimension.OtherText))
                {
                    return Other;
                }

                ordinal = _texts.Add(text);
            }

            if (ordinal < 0)
            {
                return Overflowed;
            }

            var birth = Expiry!.BirthOf(ordinal);
            if (birth > 0 && birth <= generation)
            {
                return ((long)birth << BirthBits) | (uint)(ordinal + FirstText);
            }
        }
    }

    // A value called so is no value that did not fit.
    private long Add(ReadOnlySpan<char> text) =>
        text.SequenceEqual(OpenDimension.OtherText) ? Other
            : _texts.Add(text) is var ordinal and >= 0 ? ordinal + FirstText
            : Overflowed;
}
