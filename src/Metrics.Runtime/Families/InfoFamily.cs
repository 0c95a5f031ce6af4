using System.ComponentModel;
using System.Runtime.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

/// <summary>
/// An info: of all combinations of its labels one is exposed at a time, so that one word says which. Safe for any thread.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InfoFamily : MetricFamily
{
    private const int None = -1;

    private int _current = None;

    internal InfoFamily(MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock)
        : base(declaration, descriptor, clock)
    {
    }

    /// <inheritdoc/>
    internal override int SeriesTouched => Volatile.Read(ref _current) == None ? 0 : 1;

    /// <summary>The instrument of a combination. Taking it does not expose it.</summary>
    /// <param name="index">The combination's index, below the product of the labels' sizes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Info At(int index) => new(this, index, generation: 0);

    /// <summary>The instrument of a series, which counts in the overflow value once one of its own has been freed.</summary>
    /// <param name="index">The series' index, below the product of the labels' sizes.</param>
    /// <param name="generation"><see cref="MetricFamily.Generation"/> before the labels were looked up.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Info At(int index, int generation) => new(this, index, generation);

    internal void Set(int index)
    {
        // Either a value is seen to be freed here, or what frees it sees that it is exposed.
        var placed = Placed(index);
        Interlocked.Exchange(ref _current, placed);
        if (Expires && WithoutFreed(placed) is var other && other != placed)
        {
            Interlocked.CompareExchange(ref _current, other, placed);
        }
    }

    internal bool IsSet(int index) => Volatile.Read(ref _current) == Placed(index);

    internal void Remove(int index) => Interlocked.CompareExchange(ref _current, None, Placed(index));

    /// <inheritdoc/>
    internal override bool Write(SampleWriter writer, SeriesLabels labels, ref int cursor)
    {
        // One at a time, even while it is replaced by one further on: a pause would come after it.
        if (Volatile.Read(ref _current) is var current and not None)
        {
            labels.ForgetBefore(Recycled);
            writer.Info(labels.Of(current));
        }

        return true;
    }

    private protected override void ExpireSeries(int index) => Remove(index);

    private protected override void RecycleSeries(int index) => Remove(index);

    private protected override void ForEachSeries(Action<int> action)
    {
        if (Volatile.Read(ref _current) is var current and not None)
        {
            action(current);
        }
    }

    private int Placed(int index) => IsSeries(index) ? index : OverflowSeries(index);
}
