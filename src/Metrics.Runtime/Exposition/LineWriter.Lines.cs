using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace TypedMetrics.Exposition;

// How lines come to be in the block that is being filled.
internal abstract partial class LineWriter
{
    /// <summary>Writes bytes that are no sample.</summary>
    protected void Raw(ReadOnlySpan<byte> bytes) => _block.Write(bytes);

    /// <summary>Writes a sample with a fractional value.</summary>
    protected void Sample(ReadOnlySpan<byte> name, ReadOnlySpan<byte> labels, double value, ReadOnlySpan<byte> exemplar = default)
    {
        var line = Room(name, labels, exemplar.Length);
        var length = Head(name, labels, line);
        length += WriteNumber(value, line[length..]);
        EndLine(line, length, exemplar);
    }

    /// <summary>Writes a sample with an integral value.</summary>
    protected void Sample(ReadOnlySpan<byte> name, ReadOnlySpan<byte> labels, long value, ReadOnlySpan<byte> exemplar = default)
    {
        var line = Room(name, labels, exemplar.Length);
        var length = Head(name, labels, line);
        length += Number.Write(value, line[length..]);
        EndLine(line, length, exemplar);
    }

    /// <summary>Writes a sample whose value is a point in time, in Unix seconds down to the millisecond.</summary>
    protected void Time(ReadOnlySpan<byte> name, ReadOnlySpan<byte> labels, double seconds)
    {
        var line = Room(name, labels);
        var length = Head(name, labels, line);
        length += Number.WriteTime(seconds, line[length..]);
        EndLine(line, length);
    }

    // Lines of the present head, as many as go the fast way.
    private int Integers(byte[]?[] pairs, ReadOnlySpan<int> ordinals, ReadOnlySpan<long> values)
    {
        var lines = IntegerLines.Write(_head, pairs, ordinals, values, _block.Reserve(_head.Length + LineOverhead), out var written);
        _block.Advance(written);
        return lines;
    }

    // A line of the present head.
    private void Integer(ReadOnlySpan<byte> lastPair, long value, ReadOnlySpan<byte> exemplar = default)
    {
        var line = _block.Reserve(_head.Length + lastPair.Length + exemplar.Length + LineOverhead);
        var length = HeadAnd(lastPair, line);
        length += Number.Write(value, line[length..]);
        EndLine(line, length, exemplar);
    }

    // The present head, the last pair, brace and blank.
    private int HeadAnd(ReadOnlySpan<byte> lastPair, Span<byte> line)
    {
        var length = _head.CopyTo(line);
        length += Bytes.Copy(lastPair, line[length..]);
        BinaryPrimitives.WriteUInt16LittleEndian(line[length..], BraceAndBlank);
        return length + sizeof(ushort);
    }

    // The lines of the buckets, cumulative; gives the last count.
    private long Buckets(ReadOnlySpan<byte> labels, NumberLabels ends, ReadOnlySpan<long> counts)
    {
        _head.Set(Family.BucketName, labels);
        Span<long> sums = stackalloc long[IntegerLines.Most];
        var count = 0L;
        for (var done = 0; done < counts.Length; done += sums.Length)
        {
            sums = sums[..Math.Min(sums.Length, counts.Length - done)];
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] = count += counts[done + i];
            }

            Integers(ends, done, sums);
        }

        return count;
    }

    // Lines of the present head, with the numbers' pairs from one on.
    private void Integers(NumberLabels numbers, int first, ReadOnlySpan<long> values)
    {
        var ordinals = numbers.Ordinals.Slice(first, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            i += _exemplarCount > 0 ? 0 : Integers(numbers.Pairs, ordinals[i..], values[i..]);
            if (i == values.Length)
            {
                break;
            }

            Integer(numbers.Pairs[first + i], values[i], ExemplarOf(first + i));
        }
    }

    private Span<byte> Room(ReadOnlySpan<byte> name, ReadOnlySpan<byte> labels, int end = 0) =>
        _block.Reserve(name.Length + labels.Length + end + LineOverhead);

    // name, or name{labels}, and the blank
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Head(ReadOnlySpan<byte> name, ReadOnlySpan<byte> labels, Span<byte> line)
    {
        var length = Bytes.Copy(name, line);
        if (!labels.IsEmpty)
        {
            line[length++] = (byte)'{';
            length += Bytes.Copy(labels, line[length..]);
            line[length++] = (byte)'}';
        }

        line[length++] = (byte)' ';
        return length;
    }

    private ReadOnlySpan<byte> ExemplarOf(int slot) =>
        slot < _exemplarCount && _exemplars[slot] is { } exemplar ? exemplar.Text : default;

    private void EndLine(Span<byte> line, int length, ReadOnlySpan<byte> exemplar)
    {
        if (!exemplar.IsEmpty)
        {
            length += Bytes.Copy(exemplar, line[length..]);
        }

        EndLine(line, length);
    }

    private void EndLine(Span<byte> line, int length)
    {
        line[length] = (byte)'\n';
        _block.Advance(length + 1);
    }
}
