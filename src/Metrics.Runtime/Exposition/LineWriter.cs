using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using TypedMetrics.Families;

namespace TypedMetrics.Exposition;

/// <summary>
/// What the two text formats share: lines of samples. They differ in the header of a family, in the layout of a number and in
/// a few samples.
/// </summary>
internal abstract class LineWriter(IBufferWriter<byte> output) : SampleWriter
{
    // Braces, comma, blank, line feed and a number: which is enough for a head's slack, too.
    private const int LineOverhead = 8 + Number.MaximumLength;

    private const ushort BraceAndBlank = '}' | (' ' << 8);
    private const double LargestExactInteger = 1L << 53;

    private OutputBlock _block = new(output);
    private LineHead _head = new();
    private FamilyDescriptor? _family;
    private KeptExemplar?[] _exemplars = [];
    private int _exemplarCount;

    /// <inheritdoc/>
    public sealed override bool ShouldPause => _block.Written >= BlockSize;

    /// <summary>Whether the births of series are written; where not, counters can be given as runs.</summary>
    public abstract bool TakesCreated { get; }

    /// <summary>The family that has begun.</summary>
    protected FamilyDescriptor Family => _family ?? throw new InvalidOperationException("no family has begun");

    /// <inheritdoc/>
    public sealed override void BeginFamily(FamilyDescriptor family)
    {
        _family = family;
        _head.Forget();
        _block.Write(Header(family));
    }

    /// <summary>Series of a counter with integral values, without birth and exemplar, which is the fast path.</summary>
    /// <remarks>Not inlined into the walk over the series: both together have more variables than there are registers.</remarks>
    /// <param name="labels">Renders the family's labels.</param>
    /// <param name="run">The series; empty afterwards.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Counters(SeriesLabels labels, ref CounterRun run)
    {
        if (run.Count == 0)
        {
            return;
        }

        var outer = labels.Outer(run.Index, out var dimension);
        if (!_head.IsOf(labels))
        {
            _head.Set(Family.SampleName, outer, labels);
        }

        var values = run.Values;
        var lasts = run.Lasts;
        for (var i = 0; i < values.Length && i < lasts.Length; i++)
        {
            if (dimension.KeptPair((int)lasts[i]) is { } pair)
            {
                Counter(pair, values[i]);
            }
            else
            {
                Sample(Family.SampleName, labels.Of(run.Index + (int)(lasts[i] - lasts[0])), values[i]);
            }
        }

        run.Clear();
    }

    /// <inheritdoc/>
    public override void Counter(ReadOnlySpan<byte> labels, long value, double created)
    {
        Sample(Family.SampleName, labels, value, ExemplarOf(0));
        _exemplarCount = 0;
    }

    /// <inheritdoc/>
    public override void Counter(ReadOnlySpan<byte> labels, double value, double created)
    {
        // One count looks the same wherever it comes from.
        if (value is >= 0 and <= LargestExactInteger && (long)value == value)
        {
            Sample(Family.SampleName, labels, (long)value, ExemplarOf(0));
        }
        else
        {
            Sample(Family.SampleName, labels, value, ExemplarOf(0));
        }

        _exemplarCount = 0;
    }

    /// <inheritdoc/>
    public sealed override void Gauge(ReadOnlySpan<byte> labels, double value) =>
        Sample(Family.SampleName, labels, value);

    /// <inheritdoc/>
    public sealed override void Unknown(ReadOnlySpan<byte> labels, double value) =>
        Sample(Family.SampleName, labels, value);

    /// <inheritdoc/>
    public sealed override void StateSet(ReadOnlySpan<byte> labels, StateLabels states, long set)
    {
        _head.Set(Family.SampleName, labels);
        for (var state = 0; state < states.Count; state++)
        {
            var line = _block.Reserve(_head.Length + states.LongestPair + LineOverhead);
            var length = _head.CopyTo(line);
            length += Bytes.Copy(states[state], line[length..]);
            line[length++] = (byte)'}';
            line[length++] = (byte)' ';
            line[length++] = (byte)('0' + ((set >> state) & 1));
            EndLine(line, length);
        }
    }

    /// <inheritdoc/>
    public sealed override void Info(ReadOnlySpan<byte> labels) => Sample(Family.SampleName, labels, 1L);

    /// <inheritdoc/>
    public override void Histogram(
        ReadOnlySpan<byte> labels,
        ReadOnlySpan<double> upperBounds,
        ReadOnlySpan<long> counts,
        double sum,
        double created)
    {
        var count = Buckets(labels, Family.LabelsOf(upperBounds), counts);
        _exemplarCount = 0;
        if (HasSum(upperBounds))
        {
            Sample(Family.SumName, labels, sum);
            Sample(Family.CountName, labels, count);
        }
    }

    /// <inheritdoc/>
    public override void Summary(
        ReadOnlySpan<byte> labels,
        ReadOnlySpan<double> quantiles,
        ReadOnlySpan<double> values,
        long count,
        double sum,
        double created)
    {
        var ends = Family.LabelsOf(quantiles);
        _head.Set(Family.SampleName, labels);
        for (var i = 0; i < values.Length; i++)
        {
            if (HasQuantile(values[i]))
            {
                var line = _block.Reserve(_head.Length + ends.LongestEnd + LineOverhead);
                var length = _head.CopyTo(line);
                length += Bytes.Copy(ends[i], line[length..]);
                length += WriteNumber(values[i], line[length..]);
                EndLine(line, length);
            }
        }

        if (HasSum(sum))
        {
            Sample(Family.SumName, labels, sum);
        }

        Sample(Family.CountName, labels, count);
    }

    /// <inheritdoc/>
    public sealed override void EndFamily() => _family = null;

    /// <inheritdoc/>
    public override void End()
    {
    }

    /// <inheritdoc/>
    public sealed override int Commit()
    {
        var written = _block.Written;
        _block.Commit();
        _block.Restart();
        return written;
    }

    /// <summary>The lines above the samples.</summary>
    protected abstract ReadOnlySpan<byte> Header(FamilyDescriptor family);

    /// <summary>Writes a number and returns its length.</summary>
    protected abstract int WriteNumber(double value, Span<byte> destination);

    /// <summary>Whether a histogram with these bounds has <c>_sum</c> and <c>_count</c>.</summary>
    protected abstract bool HasSum(ReadOnlySpan<double> upperBounds);

    /// <summary>Whether a summary has its <c>_sum</c>, which is this.</summary>
    protected abstract bool HasSum(double sum);

    /// <summary>Whether a summary has a quantile with this value.</summary>
    protected abstract bool HasQuantile(double value);

    /// <summary>Keeps the exemplars of the series that is written next.</summary>
    protected void KeepExemplars(ReadOnlySpan<KeptExemplar?> exemplars)
    {
        if (_exemplars.Length < exemplars.Length)
        {
            _exemplars = new KeptExemplar?[exemplars.Length];
        }

        exemplars.CopyTo(_exemplars);
        _exemplarCount = exemplars.Length;
    }

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

    // A line of the present head.
    private void Counter(byte[] lastPair, long value)
    {
        var line = _block.Reserve(_head.Length + lastPair.Length + LineOverhead);
        var length = _head.CopyTo(line);
        length += Bytes.Copy(lastPair, line[length..]);
        BinaryPrimitives.WriteUInt16LittleEndian(line[length..], BraceAndBlank);
        length += sizeof(ushort);
        EndLine(line, length + Number.Write(value, line[length..]));
    }

    private long Buckets(ReadOnlySpan<byte> labels, NumberLabels ends, ReadOnlySpan<long> counts)
    {
        _head.Set(Family.BucketName, labels);
        var count = 0L;
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            count += counts[bucket];
            var exemplar = ExemplarOf(bucket);
            var line = _block.Reserve(_head.Length + ends.LongestEnd + exemplar.Length + LineOverhead);
            var length = _head.CopyTo(line);
            length += Bytes.Copy(ends[bucket], line[length..]);
            length += Number.Write(count, line[length..]);
            EndLine(line, length, exemplar);
        }

        return count;
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
