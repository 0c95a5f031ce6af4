using System.Runtime.CompilerServices;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

// How an update finds the index of a text in an open label. What finds it without a call stands in the family itself, for the first two
// labels: from the family's address on, each step to it would be one more load that the update's interlocked operation waits for.
public abstract partial class MetricFamily
{
    private InstanceTexts _firstInstances = InstanceTexts.None;
    private InstanceTexts _secondInstances = InstanceTexts.None;
    private QuickTexts _firstQuick = QuickTexts.None;
    private QuickTexts _secondQuick = QuickTexts.None;

    /// <summary>The index of a text in an open label. A text that is known costs no lock and no memory.</summary>
    /// <param name="label">The label's ordinal.</param>
    /// <param name="value">The text; <see langword="null"/> is the same as the empty text.</param>
    /// <returns>The index; that of the overflow value where the label's maximum is reached.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Intern(int label, string? value) => Intern(label, value, 1, 0);

    /// <inheritdoc cref="Intern(int, string?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Intern(int label, ReadOnlySpan<char> value) => Intern(label, value, 1, 0);

    /// <summary>The index of a series, of which a text in an open label is a part. A text that is known costs no lock and no memory.</summary>
    /// <param name="label">The label's ordinal, a constant.</param>
    /// <param name="value">The text; <see langword="null"/> is the same as the empty text.</param>
    /// <param name="weight">The product of the sizes of the labels after it.</param>
    /// <param name="rest">What the other labels add to the index.</param>
    /// <returns>The index; that with the overflow value where the label's maximum is reached.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Intern(int label, string? value, int weight, int rest)
    {
        var index = label switch
        {
            0 => _firstInstances.Find(value) is var found and >= 0 ? found : InternFirst(value),
            1 => _secondInstances.Find(value) is var found and >= 0 ? found : InternSecond(value),
            _ => InternSlowly(label, value, value),
        };
        return (index * weight) + rest;
    }

    /// <inheritdoc cref="Intern(int, string?, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Intern(int label, ReadOnlySpan<char> value, int weight, int rest)
    {
        var index = label switch
        {
            0 => InternFirst(value),
            1 => InternSecond(value),
            _ => InternSlowly(label, value, null),
        };
        return (index * weight) + rest;
    }

    // These have few parameters, and each call ends them, so that nothing has to be kept for after it and all fits into registers that need not
    // be saved: the interlocked operation waits for each store.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int InternFirst(string? value)
    {
        if (value is null)
        {
            return InternSlowly(0, value, value);
        }

        var found = _firstQuick.FindAtPlace(value);
        return found >= 0 ? found : InternFound(0, value, found);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int InternSecond(string? value)
    {
        if (value is null)
        {
            return InternSlowly(1, value, value);
        }

        var found = _secondQuick.FindAtPlace(value);
        return found >= 0 ? found : InternFound(1, value, found);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int InternFirst(ReadOnlySpan<char> value) =>
        _firstQuick.FindAtPlace(value) is var found and >= 0 ? found : InternSlowly(0, value, null);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int InternSecond(ReadOnlySpan<char> value) =>
        _secondQuick.FindAtPlace(value) is var found and >= 0 ? found : InternSlowly(1, value, null);

    // An instance that is kept was not found by its address: it has been moved, or another has its place.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int InternFound(int label, string value, int found)
    {
        if (!QuickTexts.IsInstance(found, out var index))
        {
            return InternSlowly(label, value, value);
        }

        (_labels[label] as OpenDimension)?.Remember(value, index);
        return index;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int InternSlowly(int label, ReadOnlySpan<char> value, string? instance) =>
        _labels[label] is OpenDimension open ? open.Intern(value, instance) : Overflow(label, value);

    private void FindTexts()
    {
        (_labels.ElementAtOrDefault(0) as OpenDimension)?.PublishTo((instances, quick) => (_firstInstances, _firstQuick) = (instances, quick));
        (_labels.ElementAtOrDefault(1) as OpenDimension)?.PublishTo((instances, quick) => (_secondInstances, _secondQuick) = (instances, quick));
    }
}
