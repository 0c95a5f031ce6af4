using TypedMetrics.Exposition;

namespace TypedMetrics.Registry;

/// <summary>Reads one sample out of families. Not thread-safe.</summary>
internal sealed class SampleReader : SampleExpansion
{
    private readonly string _name;
    private readonly byte[][] _pairs;
    private readonly string? _numberLabel;
    private readonly double _number;

    /// <summary>Reads the sample with that name and those labels.</summary>
    public SampleReader(string name, ReadOnlySpan<(string Name, string Value)> labels)
    {
        _name = name;
        var pairs = new List<byte[]>();
        foreach (var (label, value) in labels)
        {
            if (IsNumber(label) && ParseNumber(value) is { } number)
            {
                (_numberLabel, _number) = (label, number);
            }
            else if (!string.IsNullOrEmpty(value))
            {
                pairs.Add(LabelEscaping.Pair(label, value));
            }
        }

        _pairs = [.. pairs];
    }

    /// <summary>The sample's value, once it has been met.</summary>
    public double? Value { get; private set; }

    /// <inheritdoc/>
    protected override void Sample(string ending, ReadOnlySpan<byte> labels, double value, string? numberLabel, double number)
    {
        var baseName = Family.BaseName;
        if (numberLabel == _numberLabel
            && number == _number
            && _name.Length == baseName.Length + ending.Length
            && _name.StartsWith(baseName, StringComparison.Ordinal)
            && _name.EndsWith(ending, StringComparison.Ordinal)
            && HasLabels(labels))
        {
            Value = value;
        }
    }

    // The pairs are the ones asked for, in any order.
    private bool HasLabels(ReadOnlySpan<byte> labels)
    {
        var found = 0;
        foreach (var pair in new LabelPairs(labels))
        {
            if (!Contains(pair))
            {
                return false;
            }

            found++;
        }

        return found == _pairs.Length;
    }

    private bool Contains(ReadOnlySpan<byte> pair)
    {
        foreach (var wanted in _pairs)
        {
            if (pair.SequenceEqual(wanted))
            {
                return true;
            }
        }

        return false;
    }
}
