using System.ComponentModel;
using System.Runtime.CompilerServices;
using TypedMetrics.Expiry;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

// What a metric does about label values that expire. A kind of instrument passes what an instrument keeps through IndexOf or
// IsStale, asks WithoutFreed under the lock before it touches a series, and overrides ExpireSeries
// and RecycleSeries.
public abstract partial class MetricFamily
{
    private const int IndexBits = 32;

    private int[] _expiring = [];
    private int _lastFreed;
    private int _recycled;

    /// <summary>The generation that an instrument's labels are looked up in; read before them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static int Generation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Generations.Current;
    }

    /// <summary>How often series were given back: each time, an index may get another text.</summary>
    private protected int Recycled => Volatile.Read(ref _recycled);

    /// <summary>Whether the values of a label can expire.</summary>
    private protected bool Expires => _expiring.Length > 0;

    /// <summary>The index of a value of an expiring type, which is seen by it; that of the overflow value, counted, where it is not.</summary>
    /// <param name="label">The label's ordinal.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Seen<TLabel>(int label, TLabel value)
        where TLabel : struct, IOpenLabel<TLabel>
    {
        var index = OpenLabelValues.IndexOf(value.Value);
        return index >= 0 && TLabel.Values.TrySee(value.Value) ? index : Overflow(label);
    }

    /// <summary>Begins to take part in the expiry of its labels' values; once, when the family is made.</summary>
    internal void JoinExpiry()
    {
        _expiring = [.. Enumerable.Range(0, _labels.Length).Where(label => _labels[label].Expiry is not null)];
        foreach (var label in _expiring)
        {
            _labels[label].Expiry!.AddUser(this, label);
        }
    }

    /// <summary>Frees the values that have not been seen, if it is time; at each scrape.</summary>
    internal void SweepValues()
    {
        foreach (var label in _expiring)
        {
            _labels[label].Expiry!.Sweep(Clock);
        }
    }

    /// <summary>Takes out the series of values that have been freed.</summary>
    /// <param name="label">The label's ordinal.</param>
    /// <param name="texts">The values, as the label's interner numbers them.</param>
    /// <param name="generation">The generation that began with it.</param>
    internal void Expire(int label, HashSet<int> texts, int generation)
    {
        lock (Sync)
        {
            Volatile.Write(ref _lastFreed, Math.Max(_lastFreed, generation));
            ForEach(label, texts, ExpireSeries);
        }
    }

    /// <summary>Gives back what series still have whose values have had their rest.</summary>
    internal void Recycle(int label, HashSet<int> texts)
    {
        lock (Sync)
        {
            Volatile.Write(ref _recycled, _recycled + 1);
            ForEach(label, texts, RecycleSeries);
        }
    }

    /// <summary>
    /// What an instrument keeps: the index below, the generation above. One number, since it then stays in a register, and since
    /// it is beyond any array where there is a generation: the check of bounds in an update is that of the generation, too.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong PlaceOf(int index, int generation) => (uint)index | ((ulong)(uint)generation << IndexBits);

    /// <summary>
    /// The series that an instrument's update goes to: its own, or where a value has been freed since it was taken, the one
    /// with the overflow value instead, which is counted.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int IndexOf(ulong place)
    {
        var generation = (int)(place >> IndexBits);
        return generation == 0 || generation >= Volatile.Read(ref _lastFreed) ? (int)place : WithoutFreed((int)place, generation);
    }

    /// <summary>Whether a value of an instrument has been freed since it was taken.</summary>
    internal bool IsStale(ulong place)
    {
        var generation = (int)(place >> IndexBits);
        if (generation == 0 || generation >= Volatile.Read(ref _lastFreed))
        {
            return false;
        }

        foreach (var label in _expiring)
        {
            if (IsFreed(label, (int)place, generation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two instruments are the same series: of one index, and both or none taken before a value was freed.</summary>
    internal bool AreSame(ulong place, ulong other) => place == other || ((int)place == (int)other && IsStale(place) == IsStale(other));

    /// <summary>
    /// The index with the overflow value, counted, for each value that is freed now; under the lock, so that
    /// <see cref="Expire"/> sees what is touched.
    /// </summary>
    private protected int WithoutFreed(int index) => Expires ? WithoutFreed(index, int.MaxValue) : index;

    /// <summary>Removes a series whose value has been freed; under the lock.</summary>
    private protected abstract void ExpireSeries(int index);

    /// <summary>Gives back the cell of a series whose value has had its rest, and moves what came late; under the lock.</summary>
    private protected abstract void RecycleSeries(int index);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int WithoutFreed(int index, int generation)
    {
        foreach (var label in _expiring)
        {
            if (IsFreed(label, index, generation))
            {
                var weight = WeightOf(label);
                index += (_labels[label].Overflow() - ValueOf(index, label, weight)) * weight;
            }
        }

        return index;
    }

    private bool IsFreed(int label, int index, int generation) =>
        _labels[label].TextOf(ValueOf(index, label, WeightOf(label))) is var text and >= 0
        && _labels[label].Expiry!.IsFreed(text, generation);

    private void ForEach(int label, HashSet<int> texts, Action<int> action)
    {
        var weight = WeightOf(label);
        ForEachSeries(index =>
        {
            if (texts.Contains(_labels[label].TextOf(ValueOf(index, label, weight))))
            {
                action(index);
            }
        });
    }

    private int ValueOf(int index, int label, int weight) => index / weight % _labels[label].Size;

    private int WeightOf(int label)
    {
        var weight = 1;
        for (var i = label + 1; i < _labels.Length; i++)
        {
            weight *= _labels[i].Size;
        }

        return weight;
    }
}
