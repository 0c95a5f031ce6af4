using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Registry;

namespace TypedMetrics.Families;

/// <summary>
/// A gauge or counter whose values a callback gives. Each scrape has it read first, by <see cref="Call"/>, and writes then
/// what was read last. Safe for any thread.
/// </summary>
internal sealed class ObservableFamily : MetricFamily
{
    private static readonly SortedList<int, double> Nothing = [];

    private readonly Action<CallbackReading> _callback;
    private readonly Dictionary<int, double> _highest = [];
    private SortedList<int, double> _values = Nothing;

    public ObservableFamily(
        MetricDeclaration declaration, FamilyDescriptor descriptor, TimeProvider clock, Action<CallbackReading> callback)
        : base(declaration, descriptor, clock)
    {
        _callback = callback;
        Call = new UserCall(Read);
    }

    /// <summary>Reads the callback.</summary>
    public UserCall Call { get; }

    /// <inheritdoc/>
    internal override int SeriesTouched => Volatile.Read(ref _values).Count;

    /// <inheritdoc/>
    internal override bool Write(SampleWriter writer, SeriesLabels labels, ref int cursor)
    {
        // Another scrape may read something else meanwhile; this one goes on with what it finds then.
        var values = Volatile.Read(ref _values);
        for (var i = 0; i < values.Count; i++)
        {
            var index = values.GetKeyAtIndex(i);
            if (index < cursor)
            {
                continue;
            }

            Write(writer, labels.Of(index), values.GetValueAtIndex(i));
            if (writer.ShouldPause)
            {
                cursor = index + 1;
                return false;
            }
        }

        return true;
    }

    // The labels of a callback are closed: the build calls it for each of their values, and none of them expires.
    private protected override void ExpireSeries(int index)
    {
    }

    private protected override void RecycleSeries(int index)
    {
    }

    private protected override void ForEachSeries(Action<int> action)
    {
        foreach (var index in Volatile.Read(ref _values).Keys)
        {
            action(index);
        }
    }

    private void Write(SampleWriter writer, ReadOnlySpan<byte> labels, double value)
    {
        if (Descriptor.Type == MetricType.Counter)
        {
            writer.Counter(labels, value, double.NaN);
        }
        else
        {
            writer.Gauge(labels, value);
        }
    }

    private ValueTask Read(CancellationToken cancellationToken)
    {
        var reading = new CallbackReading();
        _callback(reading);
        var values = reading.Values;
        if (Descriptor.Type == MetricType.Counter)
        {
            lock (Sync)
            {
                values = Raised(values);
            }
        }

        Volatile.Write(ref _values, values);
        return ValueTask.CompletedTask;
    }

    // A counter never goes back.
    private SortedList<int, double> Raised(SortedList<int, double> read)
    {
        var raised = new SortedList<int, double>(read.Count);
        foreach (var (index, value) in read)
        {
            var isCount = double.IsFinite(value) && value >= 0;
            var isKnown = _highest.TryGetValue(index, out var highest);
            if (!isCount || (isKnown && value < highest))
            {
                CountInvalidUpdate();
            }
            else
            {
                _highest[index] = highest = value;
                isKnown = true;
            }

            if (isKnown)
            {
                raised.Add(index, highest);
            }
        }

        return raised;
    }
}
