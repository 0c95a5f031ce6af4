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
        _buffer.Append(constantPairs);
    }

    /// <summary>Keeps nothing of what was rendered at another revision: an index may have another text since.</summary>
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
        if (_labels.Length > 0 && index != _index)
        {
            Render(Move(index));
            _index = index;
        }

        return _buffer.Written;
    }

    // Sets the values to those of the index; gives the first label that changes.
    private int Move(int index)
    {
        var last = _labels.Length - 1;
        if (_index >= 0 && index > _index && index - _index < _labels[last].Size - _values[last])
        {
            _values[last] += index - _index;
            return last;
        }

        var changed = _index < 0 ? 0 : last;
        for (var i = last; i >= 0; i--)
        {
            (index, var value) = Math.DivRem(index, _labels[i].Size);
            if (value != _values[i])
            {
                _values[i] = value;
                changed = Math.Min(changed, i);
            }
        }

        if (_index < 0)
        {
            _starts[0] = _buffer.Length;
        }

        return changed;
    }

    private void Render(int first)
    {
        _buffer.Length = _starts[first];
        for (var i = first; i < _labels.Length; i++)
        {
            _starts[i] = _buffer.Length;
            _labels[i].AppendPair(_values[i], _buffer);
        }
    }
}
