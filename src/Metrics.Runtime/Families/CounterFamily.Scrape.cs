using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

public sealed partial class CounterFamily
{
    // How long memory takes, in series.
    private const int StepsAhead = 8;

    /// <inheritdoc/>
    /// <remarks>
    /// Series that share a block are added up together; they mostly follow each other. Those that share all labels but the
    /// last are written together.
    /// </remarks>
    internal override bool Write(SampleWriter writer, SeriesLabels labels, ref int cursor)
    {
        return writer is LineWriter { TakesCreated: false } lines && !HasExemplars && !Labels.IsEmpty
            ? Write(lines, labels, ref cursor)
            : base.Write(writer, labels, ref cursor);
    }

    private protected override bool WriteSeries(SampleWriter writer, SeriesLabels labels, int index, nint cell)
    {
        var header = Volatile.Read(ref CounterCell.Header(cell));
        if (header == 0)
        {
            return false;
        }

        WriteExemplars(writer, index, header);
        var isWhole = CounterCell.Read(cell, out var whole, out var value);

        // A series that was removed meanwhile may have shown a part of its value only.
        if (Volatile.Read(ref CounterCell.Header(cell)) != header)
        {
            writer.Exemplars([]);
            return false;
        }

        if (isWhole)
        {
            writer.Counter(labels.Of(index), whole, CellHeader.Created(header));
        }
        else
        {
            writer.Counter(labels.Of(index), value, CellHeader.Created(header));
        }

        return true;
    }

    private bool Write(LineWriter writer, SeriesLabels labels, ref int cursor)
    {
        CounterBlock sums = default;
        CounterBlock headers = default;
        CounterRun run = default;
        var isRead = false;
        nint block = 0;
        nint ahead = 0;
        var size = Labels[^1].Size;
        var recycled = Recycled;
        labels.ForgetBefore(recycled);
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

            var slot = (int)(cell - block) / CounterCell.Size;
            var header = Volatile.Read(ref CounterCell.Header(cell));
            if (isRead && header == headers[slot] && recycled == Recycled)
            {
                if (header == 0 || run.TryAdd(walk.Index, size, sums[slot]))
                {
                    continue;
                }

                // The run is full, or has ended: the series begins the next.
                writer.Counters(labels, ref run);
                if (writer.ShouldPause)
                {
                    cursor = walk.Index;
                    return false;
                }

                _ = run.TryAdd(walk.Index, size, sums[slot]);
                continue;
            }

            // It has a fraction, or was touched, removed or given back since its block was read.
            writer.Counters(labels, ref run);
            recycled = Recycled;
            labels.ForgetBefore(recycled);
            if (WriteSeries(writer, labels, walk.Index, cell) && writer.ShouldPause)
            {
                cursor = walk.Index + 1;
                return false;
            }
        }

        writer.Counters(labels, ref run);
        GC.KeepAlive(this);
        return true;
    }
}
