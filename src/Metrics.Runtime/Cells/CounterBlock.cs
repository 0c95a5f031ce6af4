using System.Runtime.CompilerServices;

namespace TypedMetrics.Cells;

/// <summary>A word for each cell of a counter block.</summary>
[InlineArray(CounterCell.PerBlock)]
internal struct CounterBlock
{
    private long _first;

    /// <summary>Copies the words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void CopyTo(Span<long> destination) => ((ReadOnlySpan<long>)this).CopyTo(destination);
}
