using System.Runtime.CompilerServices;
using System.Text;
using TypedMetrics.Exposition;
using TypedMetrics.Rules;

namespace TypedMetrics;

/// <summary>
/// A family that an <see cref="ICollector"/> makes. It is checked as it is filled and exposed only when the collector has
/// ended well. Not thread-safe.
/// </summary>
public sealed class CollectedFamily : IFamilySource
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _constantLabels;
    private readonly List<CollectedSeries> _series = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    internal CollectedFamily(FamilyDescriptor descriptor, IReadOnlyList<KeyValuePair<string, string>> constantLabels)
    {
        Descriptor = descriptor;
        _constantLabels = constantLabels;
    }

    internal FamilyDescriptor Descriptor { get; }

    FamilyDescriptor IFamilySource.Descriptor => Descriptor;

    /// <summary>Adds a series to a counter.</summary>
    /// <param name="value">The count, not negative and not NaN.</param>
    /// <param name="labels">The labels; one with an empty value is as good as absent.</param>
    /// <returns>The family, for the next series.</returns>
    /// <exception cref="InvalidOperationException">The family is not a counter.</exception>
    /// <exception cref="ArgumentException">The value or a label is invalid, or the series is there already.</exception>
    public CollectedFamily Counter(double value, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        Expect(MetricType.Counter);
        if (!(value >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"the counter '{Descriptor.TextName}' cannot be negative or NaN");
        }

        return Add(new CollectedSeries([], value), labels);
    }

    /// <summary>Adds a series to a gauge.</summary>
    /// <param name="value">The value; NaN and infinities are legal.</param>
    /// <param name="labels">The labels; one with an empty value is as good as absent.</param>
    /// <returns>The family, for the next series.</returns>
    /// <exception cref="InvalidOperationException">The family is not a gauge.</exception>
    /// <exception cref="ArgumentException">A label is invalid, or the series is there already.</exception>
    public CollectedFamily Gauge(double value, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        Expect(MetricType.Gauge);
        return Add(new CollectedSeries([], value), labels);
    }

    /// <summary>Adds a series to a family of unknown type.</summary>
    /// <param name="value">The value; NaN and infinities are legal.</param>
    /// <param name="labels">The labels; one with an empty value is as good as absent.</param>
    /// <returns>The family, for the next series.</returns>
    /// <exception cref="InvalidOperationException">The family has a known type.</exception>
    /// <exception cref="ArgumentException">A label is invalid, or the series is there already.</exception>
    public CollectedFamily Unknown(double value, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        Expect(MetricType.Unknown);
        return Add(new CollectedSeries([], value), labels);
    }

    /// <summary>Adds a series to a histogram.</summary>
    /// <param name="upperBounds">The inclusive upper bounds, finite and strictly increasing; <c>+Inf</c> is added.</param>
    /// <param name="counts">The observations per bucket, not cumulative: one more than bounds, the last is <c>+Inf</c>.</param>
    /// <param name="sum">The sum of the observations, not NaN.</param>
    /// <param name="labels">The labels; one with an empty value is as good as absent.</param>
    /// <returns>The family, for the next series.</returns>
    /// <exception cref="InvalidOperationException">The family is not a histogram.</exception>
    /// <exception cref="ArgumentException">A number or a label is invalid, or the series is there already.</exception>
    public CollectedFamily Histogram(
        ReadOnlySpan<double> upperBounds,
        ReadOnlySpan<long> counts,
        double sum,
        params ReadOnlySpan<(string Name, string Value)> labels)
    {
        Expect(MetricType.Histogram);
        var bounds = upperBounds.ToArray();
        if (bounds.Length > 0 && BucketBounds.Problem(bounds) is { } problem)
        {
            throw new ArgumentException($"histogram '{Descriptor.TextName}': {problem}", nameof(upperBounds));
        }

        if (counts.Length != bounds.Length + 1 || counts.ContainsAnyInRange(long.MinValue, -1))
        {
            throw new ArgumentException(
                $"histogram '{Descriptor.TextName}' needs {bounds.Length + 1} counts that are not negative", nameof(counts));
        }

        if (double.IsNaN(sum))
        {
            throw new ArgumentOutOfRangeException(nameof(sum), sum, $"the sum of histogram '{Descriptor.TextName}' cannot be NaN");
        }

        return Add(new CollectedSeries([], sum) { UpperBounds = bounds, Counts = counts.ToArray() }, labels);
    }

    /// <summary>Adds a series to a summary.</summary>
    /// <param name="quantiles">
    /// The quantiles, each from 0 to 1, strictly increasing, with their values; NaN where nothing was observed of late.
    /// </param>
    /// <param name="count">The number of observations, not negative.</param>
    /// <param name="sum">The sum of the observations, not NaN.</param>
    /// <param name="labels">The labels; one with an empty value is as good as absent.</param>
    /// <returns>The family, for the next series.</returns>
    /// <exception cref="InvalidOperationException">The family is not a summary.</exception>
    /// <exception cref="ArgumentException">A number or a label is invalid, or the series is there already.</exception>
    public CollectedFamily Summary(
        ReadOnlySpan<SummaryQuantile> quantiles,
        long count,
        double sum,
        params ReadOnlySpan<(string Name, string Value)> labels)
    {
        Expect(MetricType.Summary);
        var stated = new double[quantiles.Length];
        var values = new double[quantiles.Length];
        for (var i = 0; i < stated.Length; i++)
        {
            (stated[i], values[i]) = quantiles[i];
            if (!(stated[i] is >= 0 and <= 1) || (i > 0 && stated[i] <= stated[i - 1]))
            {
                throw new ArgumentException(
                    $"the quantiles of summary '{Descriptor.TextName}' must lie between 0 and 1 and increase strictly", nameof(quantiles));
            }
        }

        if (count < 0 || double.IsNaN(sum))
        {
            throw new ArgumentException($"summary '{Descriptor.TextName}' cannot have a negative count, or NaN as its sum");
        }

        return Add(new CollectedSeries([], sum) { Quantiles = stated, QuantileValues = values, Counts = [count] }, labels);
    }

    /// <summary>Adds a series to a state set.</summary>
    /// <param name="states">The states, 63 at most, each with whether it is true. They are exposed in a label called like the family.</param>
    /// <param name="labels">The labels; one with an empty value is as good as absent.</param>
    /// <returns>The family, for the next series.</returns>
    /// <exception cref="InvalidOperationException">The family is not a state set.</exception>
    /// <exception cref="ArgumentException">A state or a label is invalid, or the series is there already.</exception>
    public CollectedFamily StateSet(ReadOnlySpan<(string State, bool IsTrue)> states, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        Expect(MetricType.StateSet);
        var names = new string[states.Length];
        var set = 0L;
        for (var i = 0; i < states.Length; i++)
        {
            names[i] = states[i].State;
            set |= states[i].IsTrue ? 1L << i : 0;
        }

        if (StateNames.Problem(names) is { } problem)
        {
            throw new ArgumentException($"state set '{Descriptor.TextName}': {problem}", nameof(states));
        }

        return Add(
            new CollectedSeries([], 0) { States = new StateLabels(Descriptor.BaseName, names), SetStates = set }, labels, Descriptor.BaseName);
    }

    /// <summary>Adds a series to an info.</summary>
    /// <param name="labels">The labels; one with an empty value is as good as absent.</param>
    /// <returns>The family, for the next series.</returns>
    /// <exception cref="InvalidOperationException">The family is not an info.</exception>
    /// <exception cref="ArgumentException">A label is invalid, or the series is there already.</exception>
    public CollectedFamily Info(params ReadOnlySpan<(string Name, string Value)> labels)
    {
        Expect(MetricType.Info);
        return Add(new CollectedSeries([], 1), labels);
    }

    bool IFamilySource.WriteSeries(SampleWriter writer, ref int cursor)
    {
        while (cursor < _series.Count)
        {
            Write(writer, _series[cursor]);
            cursor++;
            if (writer.ShouldPause)
            {
                break;
            }
        }

        return cursor == _series.Count;
    }

    private void Write(SampleWriter writer, in CollectedSeries series)
    {
        switch (Descriptor.Type)
        {
            case MetricType.Counter:
                writer.Counter(series.Labels, series.Value, double.NaN);
                break;
            case MetricType.Gauge:
                writer.Gauge(series.Labels, series.Value);
                break;
            case MetricType.Histogram:
                writer.Histogram(series.Labels, series.UpperBounds, series.Counts, series.Value, double.NaN);
                break;
            case MetricType.Summary:
                writer.Summary(
                    series.Labels, series.Quantiles, series.QuantileValues, series.Counts[0], series.Value, double.NaN);
                break;
            case MetricType.StateSet:
                writer.StateSet(series.Labels, series.States!, series.SetStates);
                break;
            case MetricType.Info:
                writer.Info(series.Labels);
                break;
            default:
                writer.Unknown(series.Labels, series.Value);
                break;
        }
    }

    private void Expect(MetricType type, [CallerMemberName] string verb = "")
    {
        if (Descriptor.Type != type)
        {
            throw new InvalidOperationException($"'{Descriptor.TextName}' is a {Descriptor.Type}, and {verb} adds to a {type}");
        }
    }

    private CollectedFamily Add(CollectedSeries series, ReadOnlySpan<(string Name, string Value)> labels, string? reserved = null)
    {
        var encoded = CollectedLabels.Encode(labels, _constantLabels, reserved, out var identity);
        if (!_seen.Add(identity))
        {
            throw new ArgumentException($"'{Descriptor.TextName}' has the series {{{Encoding.UTF8.GetString(encoded)}}} already", nameof(labels));
        }

        _series.Add(series with { Labels = encoded });
        return this;
    }
}
