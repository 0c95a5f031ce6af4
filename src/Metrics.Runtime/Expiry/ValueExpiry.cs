using System.Runtime.CompilerServices;
using TypedMetrics.CompilerServices;
using TypedMetrics.Families;

namespace TypedMetrics.Expiry;

/// <summary>
/// Frees the texts of an open label that have not been seen for a time, takes their series out of the metrics that have them,
/// and gives the indexes to other texts after a rest. Safe for any thread.
/// </summary>
/// <remarks>
/// Time goes by periods, a quarter of the stated time each, which end at a scrape or when there is no index left: updates read
/// no clock. What was seen in none of the last four whole periods is freed. Freeing goes in an order: the text can no longer be
/// found, a generation begins, the metrics learn it, their series go. So whoever holds the index has looked it up in an
/// earlier generation and can be told apart. See docs/decisions/0018-expiry.md.
/// </remarks>
internal sealed class ValueExpiry
{
    private const int PeriodsUnseen = 4;
    private const int PeriodsOfRest = 4;
    private const int AttemptsPerClockRead = 32;

    private readonly Lock _sweep = new();
    private readonly PeriodClock _clock;
    private readonly ValueStates _states = new();
    private readonly ExpiryUsers _users = new();
    private readonly Queue<(int Period, HashSet<int> Indexes)> _resting = new();
    private readonly Stack<int> _free = new();
    private TextInterner? _texts;
    private int _period;
    private int _attempts;
    private int _freeCount;
    private int _known;

    /// <param name="expireAfter">How long a text must not have been seen.</param>
    public ValueExpiry(TimeSpan expireAfter) => _clock = new PeriodClock(expireAfter / PeriodsUnseen);

    /// <summary>Whether an index has had its rest and waits for a text.</summary>
    public bool HasFree => Volatile.Read(ref _freeCount) > 0;

    /// <summary>How many texts are known.</summary>
    public int Known => Volatile.Read(ref _known);

    /// <summary>How many metrics are kept in mind, with some that are no longer there.</summary>
    public int UserCount => _users.Count;

    /// <summary>Says whose texts they are.</summary>
    public void Attach(TextInterner texts) => _texts = texts;

    /// <summary>Adds a metric that has series with the values.</summary>
    public void AddUser(MetricFamily family, int label) => _users.Add(family, label);

    /// <summary>Takes note that the text of an index was seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void See(int index)
    {
        ref var state = ref _states.At(index);
        var period = _period;
        if (state.LastSeen != period)
        {
            state.LastSeen = period;
        }
    }

    /// <summary>Takes note that the text of an index was seen, if it is still the one of that birth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySee(int index, int birth)
    {
        if (Volatile.Read(ref _states.At(index).Birth) != birth)
        {
            return false;
        }

        See(index);
        return true;
    }

    /// <summary>The birth of the text of an index; negative where it has none now.</summary>
    public int BirthOf(int index) => Volatile.Read(ref _states.At(index).Birth);

    /// <summary>Whether the text that an index had in a generation has been freed since.</summary>
    public bool IsFreed(int index, int generation) => BirthOf(index) is var birth && (birth <= 0 || birth > generation);

    /// <summary>An index for a new text: one that has had its rest, else the next one that no text has had. Under the interner's lock.</summary>
    public int Take(int next)
    {
        Volatile.Write(ref _known, _known + 1);
        if (_free.TryPop(out var rested))
        {
            Volatile.Write(ref _freeCount, _free.Count);
            _states.At(rested).LastSeen = _period;
            Volatile.Write(ref _states.At(rested).Birth, -_states.At(rested).Birth);
            return rested;
        }

        _states.Reserve(next);
        _states.At(next).LastSeen = _period;
        Volatile.Write(ref _states.At(next).Birth, 1);
        return next;
    }

    /// <summary>
    /// Looks, once in many calls, whether indexes can be had: for a text that finds none. A metric's clock tells the time.
    /// </summary>
    public void SweepWhenFull()
    {
        if ((Interlocked.Increment(ref _attempts) & (AttemptsPerClockRead - 1)) == 1)
        {
            Sweep(_users.Alive() is [var (family, _), ..] ? family.Clock : TimeProvider.System);
        }
    }

    /// <summary>Ends the period, if it has gone: gives back what has rested, and frees what was not seen.</summary>
    public void Sweep(TimeProvider clock)
    {
        if (!_sweep.TryEnter())
        {
            return;
        }

        try
        {
            if (_clock.HasEnded(clock))
            {
                EndPeriod();
                _clock.Restart(clock);
            }
        }
        finally
        {
            _sweep.Exit();
        }
    }

    private void EndPeriod()
    {
        var ended = _period;
        while (_resting.TryPeek(out var oldest) && ended - oldest.Period >= PeriodsOfRest)
        {
            _ = _resting.Dequeue();
            GiveBack(oldest.Indexes);
        }

        var unseen = _texts!.Remove(this, index => ended - _states.At(index).LastSeen >= PeriodsUnseen);
        if (unseen.Count > 0)
        {
            Free(unseen);
            _resting.Enqueue((ended, unseen));
        }

        Volatile.Write(ref _period, ended + 1);
    }

    private void Free(HashSet<int> indexes)
    {
        var generation = Generations.Advance();
        foreach (var index in indexes)
        {
            Volatile.Write(ref _states.At(index).Birth, -generation);
        }

        foreach (var (family, label) in _users.Alive())
        {
            family.Expire(label, indexes, generation);
        }
    }

    private void GiveBack(HashSet<int> indexes)
    {
        foreach (var (family, label) in _users.Alive())
        {
            family.Recycle(label, indexes);
        }

        _texts!.WithLock(() =>
        {
            foreach (var index in indexes)
            {
                _free.Push(index);
            }

            Volatile.Write(ref _freeCount, _free.Count);
        });
    }

    /// <summary>Marks the index of a text that can no longer be found, under the interner's lock.</summary>
    internal void MarkFreed(int index)
    {
        Volatile.Write(ref _known, _known - 1);
        Volatile.Write(ref _states.At(index).Birth, int.MinValue);
    }
}
