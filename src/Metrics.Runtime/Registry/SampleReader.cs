using System.Globalization;
using System.Text;
using TypedMetrics.Exposition;

namespace TypedMetrics.Registry;

/// <summary>Reads one sample out of a family, by writing the family into it. Not thread-safe.</summary>
internal sealed class SampleReader : SampleWriter
{
    private readonly string _name;
    private readonly byte[][] _pairs;
    private readonly double? _bound;
    private readonly double? _quantile;
    private FamilyDescriptor? _family;

    /// <summary>Reads the sample with that name and those labels.</summary>
    public SampleReader(string name, ReadOnlySpan<(string Name, string Value)> labels)
    {
        _name = name;
        var pairs = new List<byte[]>();
        foreach (var (label, value) in labels)
        {
            if (label == "le" && ParseBound(value) is { } bound)
            {
                _bound = bound;
            }
            else if (label == "quantile" && ParseBound(value) is { } quantile)
            {
                _quantile = quantile;
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
    public override bool ShouldPause => false;

    /// <summary>Looks at a family.</summary>
    public void Read(IFamilySource family)
    {
        var cursor = 0;
        BeginFamily(family.Descriptor);
        _ = family.WriteSeries(this, ref cursor);
        EndFamily();
    }

    /// <inheritdoc/>
    public override void BeginFamily(FamilyDescriptor family) => _family = family;

    /// <inheritdoc/>
    public override void Counter(ReadOnlySpan<byte> labels, long value, double created) => Counter(labels, (double)value, created);

    /// <inheritdoc/>
    public override void Counter(ReadOnlySpan<byte> labels, double value, double created)
    {
        Take("_total", labels, value);
        TakeCreated(labels, created);
    }

    /// <inheritdoc/>
    public override void Gauge(ReadOnlySpan<byte> labels, double value) => Take("", labels, value);

    /// <inheritdoc/>
    public override void Unknown(ReadOnlySpan<byte> labels, double value) => Take("", labels, value);

    /// <inheritdoc/>
    public override void StateSet(ReadOnlySpan<byte> labels, StateLabels states, long set)
    {
        for (var state = 0; state < states.Count; state++)
        {
            byte[] pairs = labels.IsEmpty ? [.. states[state]] : [.. labels, (byte)',', .. states[state]];
            Take("", pairs, (set >> state) & 1);
        }
    }

    /// <inheritdoc/>
    public override void Info(ReadOnlySpan<byte> labels) => Take("_info", labels, 1);

    /// <inheritdoc/>
    public override void Histogram(
        ReadOnlySpan<byte> labels, ReadOnlySpan<double> upperBounds, ReadOnlySpan<long> counts, double sum, double created)
    {
        var count = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            count += counts[i];
            if (_bound == (i < upperBounds.Length ? upperBounds[i] : double.PositiveInfinity))
            {
                Take("_bucket", labels, count, isNumbered: true);
            }
        }

        Take("_count", labels, count);
        Take("_sum", labels, sum);
        TakeCreated(labels, created);
    }

    /// <inheritdoc/>
    public override void Summary(
        ReadOnlySpan<byte> labels, ReadOnlySpan<double> quantiles, ReadOnlySpan<double> values, long count, double sum, double created)
    {
        for (var i = 0; i < quantiles.Length; i++)
        {
            if (_quantile == quantiles[i])
            {
                Take("", labels, values[i], isNumbered: true);
            }
        }

        Take("_count", labels, count);
        Take("_sum", labels, sum);
        TakeCreated(labels, created);
    }

    /// <inheritdoc/>
    public override void EndFamily() => _family = null;

    /// <inheritdoc/>
    public override void End()
    {
    }

    private static double? ParseBound(string text) =>
        text == "+Inf" ? double.PositiveInfinity
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) ? bound
            : null;

    private void TakeCreated(ReadOnlySpan<byte> labels, double created)
    {
        if (!double.IsNaN(created))
        {
            Take("_created", labels, created);
        }
    }

    private void Take(string ending, ReadOnlySpan<byte> labels, double value, bool isNumbered = false)
    {
        var baseName = _family!.BaseName;
        if (_name.Length == baseName.Length + ending.Length
            && _name.StartsWith(baseName, StringComparison.Ordinal)
            && _name.EndsWith(ending, StringComparison.Ordinal)
            && isNumbered == (_bound ?? _quantile).HasValue
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
