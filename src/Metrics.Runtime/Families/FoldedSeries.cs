using TypedMetrics.Exposition;

namespace TypedMetrics.Families;

/// <summary>
/// The sum of several series. They are added in the order in which they come, which is the same in each scrape, so that a
/// counter's sum does not go back by rounding. Not thread-safe.
/// </summary>
/// <param name="labels">The labels that they have in common.</param>
internal sealed class FoldedSeries(byte[] labels)
{
    // Up to here each whole number is a double.
    private const double LargestExact = 1L << 53;

    private double _value;
    private double _created = double.NaN;
    private double[] _numbers = [];
    private long[] _counts = [];

    /// <summary>Adds a counter's or a gauge's value.</summary>
    public void Add(double value, double created)
    {
        _value += value;
        _created = double.IsNaN(_created) ? created : Math.Min(_created, created);
    }

    /// <summary>Adds the counts and the sum of a histogram or summary.</summary>
    /// <param name="numbers">The bounds or quantiles, the same in each series.</param>
    /// <param name="counts">The observations of each bucket, or all.</param>
    /// <param name="sum">The sum.</param>
    /// <param name="created">The series' birth.</param>
    public void Add(ReadOnlySpan<double> numbers, ReadOnlySpan<long> counts, double sum, double created)
    {
        if (_counts.Length == 0)
        {
            _numbers = numbers.ToArray();
            _counts = new long[counts.Length];
        }

        for (var i = 0; i < counts.Length; i++)
        {
            _counts[i] += counts[i];
        }

        Add(sum, created);
    }

    /// <summary>Writes the sum.</summary>
    public void WriteTo(SampleWriter writer, MetricType type)
    {
        switch (type)
        {
            case MetricType.Counter when double.IsInteger(_value) && _value <= LargestExact:
                writer.Counter(labels, (long)_value, _created);
                break;
            case MetricType.Counter:
                writer.Counter(labels, _value, _created);
                break;
            case MetricType.Histogram:
                writer.Histogram(labels, _numbers, _counts, _value, _created);
                break;
            case MetricType.Summary:
                var unknown = new double[_numbers.Length];
                Array.Fill(unknown, double.NaN);
                writer.Summary(labels, _numbers, unknown, _counts[0], _value, _created);
                break;
            default:
                writer.Gauge(labels, _value);
                break;
        }
    }
}
