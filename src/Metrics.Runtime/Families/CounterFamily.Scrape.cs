using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

public sealed partial class CounterFamily
{
    // How long memory takes, in series.
    private const int StepsAhead = 8;

    /// <inheritdoc/>
    /// <remarks>Series that share a block are added up together; they mostly follow each other.</remarks>
    internal override bool Write(SampleWriter writer, SeriesLabels labels, ref int cursor)
    {
        if (HasExemplars)
        {
            return base.Write(writer, labels, ref cursor);
        }

        CounterBlock sums = default;
        CounterBlock headers = default;
        var isRead = false;
        nint block = 0;
        nint ahead = 0;
        var takesCreated = writer.TakesCreated;
        var walk = From(cursor);
        while (walk.MoveNext())
        {
            var cell = walk.Cell;
            if (CounterCell.BlockOf(walk.Ahead(StepsAhead)) is var next && next != ahead)
            {
                ahead = next;
                CounterCell.Fetch(ahead);
            }

            if (CounterCell.BlockOf(cell) != block)
            {
                block = CounterCell.BlockOf(cell);
                isRead = CounterCell.TryReadBlock(block, out sums, out headers);
            }

            labels.ForgetBefore(Recycled);
            var slot = (int)(cell - block) / CounterCell.Size;
            var header = Volatile.Read(ref CounterCell.Header(cell));
            bool isWritten;
            if (isRead && header == headers[slot])
            {
                isWritten = header != 0;
                if (isWritten)
                {
                    writer.Counter(labels, walk.Index, sums[slot], takesCreated ? CellHeader.Created(header) : double.NaN);
                }
            }
            else
            {
                // It has a fraction, or was touched or removed since its block was read.
                isWritten = WriteSeries(writer, labels, walk.Index, cell);
            }

            if (isWritten && writer.ShouldPause)
            {
                cursor = walk.Index + 1;
                return false;
            }
        }

        GC.KeepAlive(this);
        return true;
    }
}
