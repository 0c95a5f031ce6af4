using TypedMetrics.CompilerServices;
using TypedMetrics.Expiry;
using TypedMetrics.Exposition;

namespace TypedMetrics.Families;

/// <summary>A label of one family. Safe for any thread.</summary>
internal abstract class LabelDimension(LabelDeclaration declaration)
{
    private readonly byte[] _namePair = LabelEscaping.Pair("label", declaration.Name);
    private long _overflows;

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

    /// <summary>The index of a text; only open labels turn texts into indexes.</summary>
    public virtual int Intern(string? value) => Overflow();

    /// <inheritdoc cref="Intern(string?)"/>
    public virtual int Intern(ReadOnlySpan<char> value) => Overflow();

    /// <summary>Lets an open label take at most that many texts, and no more than are declared; those that are known stay.</summary>
    public virtual void LowerMaximum(int maximum)
    {
    }

    /// <summary>Appends <c>name="value"</c>, escaped; nothing for an empty value, which is the same as no label.</summary>
    public abstract void AppendPair(int value, LabelBuffer buffer);
}
