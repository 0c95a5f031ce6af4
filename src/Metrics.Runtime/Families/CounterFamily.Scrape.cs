using TypedMetrics.Cells;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

public sealed partial class CounterFamily
{
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
        if (Volatile.Read(ref CounterCell.Header(cell)) != header || IsGivenBack(index, cell))
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
        var scan = new CounterScan(this, labels, cursor);
        while (scan.MoveNext())
        {
            if (!scan.IsRunOver)
            {
                continue;
            }

            writer.Counters(labels, ref scan.Run);
            if (scan.IsAlone)
            {
                labels.ForgetBefore(scan.Renew());
                _ = WriteSeries(writer, labels, scan.Index, scan.Cell);
            }

            if (writer.ShouldPause)
            {
                cursor = scan.Next;
                return false;
            }
        }

        writer.Counters(labels, ref scan.Run);
        GC.KeepAlive(this);
        return true;
    }
}
