using System.ComponentModel;
using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

/// <summary>
/// A metric whose series have a block of memory each, from their touch to their removal. Removing takes the block away for
/// good: an observation that runs meanwhile may still go there, and has then been made before the removal; nobody else ever gets the
/// block. Safe for any thread.
/// </summary>
/// <typeparam name="TBlock">The block.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BlockFamily<TBlock> : SeriesFamily<TBlock>
    where TBlock : class
{
    // The latest birth of a series that has been removed; under the lock.
    private long _removedHeader;

    private protected BlockFamily(MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock)
        : base(declaration, descriptor, clock)
    {
    }

    internal void Remove(int index)
    {
        lock (Sync)
        {
            if (Find(index) is { } block)
            {
                Place(index, null);
                _removedHeader = Math.Max(_removedHeader, HeaderOf(block));
                CountSeries(index, -1);
            }
        }
    }

    /// <summary>The block of a series that is touched now; under the lock.</summary>
    /// <param name="index">The series.</param>
    /// <param name="header">What the block says of the touch.</param>
    /// <param name="now">The time.</param>
    private protected abstract TBlock CreateBlock(int index, long header, DateTimeOffset now);

    /// <summary>What a block says of the touch of its series: see <see cref="CellHeader"/>.</summary>
    private protected abstract long HeaderOf(TBlock block);

    /// <summary>Touches the series that are exposed before they are observed.</summary>
    private protected void TouchDeclared()
    {
        foreach (var index in Preinitialization.Indexes(this))
        {
            Touch(index);
        }
    }

    /// <summary>The block to observe in: the series' own, a new one, or that of the overflow series.</summary>
    private protected TBlock Resolve(int index)
    {
        if (Find(index) is { } known)
        {
            return known;
        }

        var overflow = OverflowSeries(index);
        if (index != overflow && (IsFull || !IsSeries(index)))
        {
            // Asked again: the last free series may just have been this one.
            if (Find(index) is { } own)
            {
                return own;
            }

            CountSeriesOverflow();
            return Find(overflow) ?? Touch(overflow);
        }

        return Touch(index);
    }

    private protected sealed override void ExpireSeries(int index) => Remove(index);

    private protected sealed override void RecycleSeries(int index)
    {
        Remove(index);
        ForgetExemplars(index);
    }

    private TBlock Touch(int index)
    {
        var now = Clock.GetUtcNow();
        lock (Sync)
        {
            index = WithoutFreed(index);
            if (Find(index) is { } known)
            {
                return known;
            }

            var overflow = OverflowSeries(index);
            if (index != overflow && IsFull)
            {
                CountSeriesOverflow();
                return Touch(overflow);
            }

            var block = CreateBlock(index, CellHeader.Touched(now, _removedHeader), now);
            Place(index, block);
            CountSeries(index, 1);
            return block;
        }
    }
}
