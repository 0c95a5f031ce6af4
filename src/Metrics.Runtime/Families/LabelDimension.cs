using TypedMetrics.CompilerServices;
using TypedMetrics.Expiry;
using TypedMetrics.Exposition;

namespace TypedMetrics.Families;

/// <summary>A label of one family. Safe for any thread.</summary>
internal abstract class LabelDimension(LabelDeclaration declaration)
{
    private const long Never = long.MinValue;

    /// <summary>The longest sample, in characters.</summary>
    public const int LongestSample = 64;

    private readonly byte[] _namePair = LabelEscaping.Pair("label", declaration.Name);
    private long _overflows;
    private long _sampleTaken = Never;
    private string? _sample;

    /// <summary>The label's name.</summary>
    public string Name => declaration.Name;

    /// <summary>The pair <c>label="name"</c> of the self-metrics.</summary>
    public ReadOnlySpan<byte> NamePair => _namePair;

    /// <summary>The number of values.</summary>
    public int Size => declaration.Size;

    /// <summary>The index of the overflow value; -1 where there is none.</summary>
    public int Other => declaration.Other;

    /// <summary>How often a value did not fit.</summary>
    public long Overflows => Volatile.Read(ref _overflows);

    /// <summary>Counts a value that did not fit.</summary>
    /// <returns>The index to use instead: the overflow value, or the first where there is none.</returns>
    public int Overflow()
    {
        Interlocked.Increment(ref _overflows);
        return Math.Max(Other, 0);
    }

    /// <summary>What frees the label's values; <see langword="null"/> where they stay.</summary>
    public virtual ValueExpiry? Expiry => null;

    /// <summary>The interner's index of a value; -1 for one that is none of its texts.</summary>
    public virtual int TextOf(int value) => -1;

    /// <summary>Whether no sample of a value that did not fit is kept.</summary>
    public bool WantsSample => Volatile.Read(ref _sample) is null;

    /// <summary>Keeps a value that did not fit until it is taken, cut to <see cref="LongestSample"/> characters.</summary>
    public void KeepSample(ReadOnlySpan<char> value) =>
        Interlocked.CompareExchange(ref _sample, value[..Math.Min(value.Length, LongestSample)].ToString(), null);

    /// <summary>
    /// Takes the sample that is kept, and wants another; nothing where one was taken less than a period ago. Two threads at once
    /// do not get the same.
    /// </summary>
    public string? TakeSample(TimeProvider clock, TimeSpan period)
    {
        var now = clock.GetTimestamp();
        var last = Volatile.Read(ref _sampleTaken);
        if (last != Never && clock.GetElapsedTime(last, now) < period)
        {
            return null;
        }

        Volatile.Write(ref _sampleTaken, now);
        return Interlocked.Exchange(ref _sample, null);
    }

    /// <summary>Lets an open label take at most that many texts, and no more than are declared; those that are known stay.</summary>
    public virtual void LowerMaximum(int maximum)
    {
    }

    /// <summary>
    /// The pairs that are kept, by value: there may be fewer than values, and values without one; <see cref="KeptPair"/>
    /// may know those.
    /// </summary>
    public virtual byte[]?[] KeptPairs => [];

    /// <summary>
    /// What <see cref="AppendPair"/> appends, where it is kept and not empty; else <see langword="null"/>.
    /// </summary>
    public virtual byte[]? KeptPair(int value) => KeptPairs is var pairs && (uint)value < (uint)pairs.Length ? pairs[value] : null;

    /// <summary>Appends <c>name="value"</c>, escaped; nothing for an empty value, which is the same as no label.</summary>
    public virtual void AppendPair(int value, LabelBuffer buffer) => buffer.Append(KeptPair(value));
}
