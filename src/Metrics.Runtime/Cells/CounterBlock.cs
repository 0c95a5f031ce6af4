using System.Runtime.CompilerServices;

namespace TypedMetrics.Cells;

/// <summary>A word for each cell of a counter block.</summary>
[InlineArray(CounterCell.PerBlock)]
internal struct CounterBlock
{
    private long _first;
}
