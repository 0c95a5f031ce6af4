using System.Buffers;
using System.Runtime.CompilerServices;
using TypedMetrics.Families;

namespace TypedMetrics.Exposition;

/// <summary>
/// What the two text formats share: lines of samples. They differ in the header of a family, in the layout of a number and in
/// a few samples.
/// </summary>
internal abstract partial class LineWriter(IBufferWriter<byte> output) : SampleWriter
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
        var pairs = dimension.KeptPairs;
        for (var i = 0; i < lasts.Length; i++)
        {
            i += pairs.Length == 0 ? 0 : Integers(pairs, lasts[i..], values[i..]);
            if (i == lasts.Length)
            {
                break;
            }

            if (dimension.KeptPair(lasts[i]) is { } pair)
            {
                Integer(pair, values[i]);
            }
            else
            {
                Sample(Family.SampleName, labels.Of(run.Index + lasts[i] - lasts[0]), values[i]);
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
            Integer(states[state], (set >> state) & 1);
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
        var pairs = Family.LabelsOf(quantiles).Pairs;
        _head.Set(Family.SampleName, labels);
        for (var i = 0; i < values.Length; i++)
        {
            if (HasQuantile(values[i]))
            {
                var line = _block.Reserve(_head.Length + pairs[i].Length + LineOverhead);
                var length = HeadAnd(pairs[i], line);
                EndLine(line, length + WriteNumber(values[i], line[length..]));
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
}
