using System.Runtime.CompilerServices;

namespace TypedMetrics.Families;

/// <summary>
/// Renders the label pairs of series from their index. A label's values are encoded once, and what has not changed since
/// the last series is kept, so that series in index order cost little. Not thread-safe.
/// </summary>
internal sealed class SeriesLabels
{
    private readonly LabelDimension[] _labels;
    private readonly LabelBuffer _buffer = new();
    private readonly int[] _values;
    private readonly int[] _starts;
    private readonly int _last;
    private int _index = -1;
    private int _revision;

    /// <summary>Renders the labels of one family.</summary>
    /// <param name="labels">The labels, the slowest in the index first.</param>
    /// <param name="constantPairs">What each series begins with: pairs, encoded.</param>
    public SeriesLabels(LabelDimension[] labels, byte[] constantPairs)
    {
        _labels = labels;
        _values = new int[labels.Length];
        _starts = new int[labels.Length];
        _last = labels.Length - 1;
        _buffer.Append(constantPairs);
    }

    /// <summary>Another number for each text that <see cref="Outer"/> has given.</summary>
    public int OuterRevision { get; private set; }

    /// <summary>Keeps nothing of what was rendered at another revision: an index may have another text since.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ForgetBefore(int revision)
    {
        if (revision != _revision)
        {
            _revision = revision;
            if (_index >= 0)
            {
                _buffer.Length = _starts[0];
                _index = -1;
            }
        }
    }

    /// <summary>The pairs of a series, valid until the next call.</summary>
    public ReadOnlySpan<byte> Of(int index)
    {
        if (_last >= 0)
        {
            MoveTo(index);
            _buffer.Length = _starts[_last];
            _labels[_last].AppendPair(_values[_last], _buffer);
        }

        return _buffer.Written;
    }

    /// <summary>
    /// The pairs of a series but for the last: where series follow each other, these seldom change. Only for a family with
    /// labels; valid until the next call.
    /// </summary>
    /// <param name="index">The series.</param>
    /// <param name="last">The last label.</param>
    public ReadOnlySpan<byte> Outer(int index, out LabelDimension last)
    {
        MoveTo(index);
        last = _labels[_last];
        _buffer.Length = _starts[_last];
        return _buffer.Written;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MoveTo(int index)
    {
        var step = index - _index;
        if (_index >= 0 && (uint)step < (uint)(_labels[_last].Size - _values[_last]))
        {
            _values[_last] += step;
        }
        else
        {
            Move(index);
        }

        _index = index;
    }

    // Sets the values to those of the index, and renders from the first label that changes, but for the last.
    private void Move(int index)
    {
        var changed = _last;
        for (var i = _last; i >= 0; i--)
        {
            (index, var value) = Math.DivRem(index, _labels[i].Size);
            if (value != _values[i])
            {
                _values[i] = value;
                changed = i;
            }
        }

        if (_index < 0)
        {
            changed = 0;
            _starts[0] = _buffer.Length;
        }

        _buffer.Length = _starts[changed];
        for (var i = changed; i < _last; i++)
        {
            _starts[i] = _buffer.Length;
            _labels[i].AppendPair(_values[i], _buffer);
        }

        _starts[_last] = _buffer.Length;
        OuterRevision++;
    }
}
