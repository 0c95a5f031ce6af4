using System.Runtime.CompilerServices;
using TypedMetrics.Expiry;

namespace TypedMetrics.Families;

/// <summary>
/// Gives the first so many different texts an index each, from 0 on: for good, or until they expire. A text that is known is
/// found without a lock and without allocating, by threads that meet a changing table as well.
/// </summary>
internal sealed class TextInterner
{
    private readonly Lock _growth = new();
    private readonly int _maximum;
    private readonly Func<string, byte[]> _encode;
    private readonly ValueExpiry? _expiry;
    private volatile TextTable _table;

    // The table's own, here as well to be found sooner.
    private volatile QuickTexts _quick;
    private InstanceTexts _instances = InstanceTexts.None;
    private uint _writings;
    private Action<InstanceTexts, QuickTexts>? _published;
    private volatile int _lowered = int.MaxValue;

    /// <param name="maximum">How many texts.</param>
    /// <param name="encode">Makes of a text, once, what a scrape writes of it.</param>
    /// <param name="expiry">What frees texts; <see langword="null"/> where they stay.</param>
    public TextInterner(int maximum, Func<string, byte[]> encode, ValueExpiry? expiry = null)
    {
        _maximum = maximum;
        _encode = encode;
        _expiry = expiry;
        _table = new TextTable(Math.Min(maximum, 8));
        _quick = _table.Quick;
        expiry?.Attach(this);
    }

    /// <summary>How many texts. One that is lowered leaves the texts that are known.</summary>
    public int Maximum
    {
        get => Math.Min(_maximum, _lowered);
        set => _lowered = value;
    }

    /// <summary>
    /// Hands over what finds most of the known texts without a call, and hands it over anew when it is replaced. Texts that expire are not found
    /// so.
    /// </summary>
    public void PublishTo(Action<InstanceTexts, QuickTexts> published)
    {
        lock (_growth)
        {
            _published = published;
            Publish(_table);
        }
    }

    /// <summary>The index of a text, or -1 where it is not known.</summary>
    public int Find(ReadOnlySpan<char> text) => Seen(_quick.Find(text) is var index and >= 0 ? index : _table.FindKeyed(text));

    /// <summary>What a scrape writes of the text of an index.</summary>
    public byte[] Encoded(int index) => _table.Encoded(index);

    /// <summary>The text of an index.</summary>
    public string Text(int index) => _table.Text(index);

    /// <summary>Sees to it that an instance which is kept is found by its address, where it has been moved; costs no lock if it cannot be had at once.</summary>
    public void Remember(string text, int index)
    {
        if (FindsInstances && _instances.HasPlaceFor(text) && _growth.TryEnter())
        {
            try
            {
                Place(text, index);
            }
            finally
            {
                _growth.Exit();
            }
        }
    }

    /// <summary>The index of a text that <see cref="Find(ReadOnlySpan{char})"/> does not know, given to it now; -1 where all are taken.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instance">The instance that it is the text of, to be kept and found by its address.</param>
    public int Add(ReadOnlySpan<char> text, string? instance = null)
    {
        if (!HasRoom)
        {
            _expiry?.SweepWhenFull();
        }

        // Beyond the maximum, a stream of new texts must cost neither the lock nor memory. Asked again, for the last place
        // may just have been taken by this text.
        if (!HasRoom && TextNormalization.IsWellFormed(text))
        {
            return Find(text);
        }

        // Texts that are encoded alike are one value, else a scrape would show a series twice.
        var normalized = instance is not null && TextNormalization.IsWellFormed(text) ? instance : TextNormalization.ToWellFormed(text);
        var hash = TextHash.Of(normalized);
        lock (_growth)
        {
            return Seen(_table.FindKeyed(normalized, hash)) is var known and >= 0 ? known
                : HasRoom ? Add(normalized, hash, isInstance: ReferenceEquals(normalized, instance))
                : -1;
        }
    }

    /// <summary>Takes out the texts of the indexes that are asked for, and says which they were.</summary>
    public HashSet<int> Remove(ValueExpiry expiry, Predicate<int> isAskedFor)
    {
        lock (_growth)
        {
            var removed = new HashSet<int>();
            foreach (var index in _table.Indexes())
            {
                if (isAskedFor(index))
                {
                    _ = removed.Add(index);
                    expiry.MarkFreed(index);
                }
            }

            if (removed.Count > 0)
            {
                Publish(_table.Without(removed));
            }

            return removed;
        }
    }

    /// <summary>Runs an action while no text is added.</summary>
    public void WithLock(Action action)
    {
        lock (_growth)
        {
            action();
        }
    }

    private bool FindsInstances => _expiry is null && _published is not null;

    private bool HasRoom => _expiry is null
        ? _table.Count < Maximum
        : _expiry.Known < Maximum && (_expiry.HasFree || _table.Count < _maximum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Seen(int index)
    {
        if (_expiry is { } expiry && index >= 0)
        {
            expiry.See(index);
        }

        return index;
    }

    private void Publish(TextTable table)
    {
        _table = table;
        _quick = table.Quick;
        if (_expiry is null)
        {
            _published?.Invoke(_instances, table.Quick);
        }
    }

    private int Add(string text, uint hash, bool isInstance)
    {
        var table = _table;
        var index = _expiry?.Take(table.Count) ?? table.Count;
        var encoded = _encode(text);
        if (index < table.Count)
        {
            table.Replace(index, text, hash, encoded);
            return index;
        }

        if (table.IsFull)
        {
            table = table.Grow(_maximum);
            table.Add(text, hash, encoded);
            Publish(table);
        }
        else
        {
            table.Add(text, hash, encoded);
        }

        if (isInstance && FindsInstances)
        {
            Place(text, index);
        }

        return index;
    }

    // Most labels have no text that is an instance of the caller's, and need no room for them.
    private void Place(string text, int index)
    {
        if (_writings++ == 0)
        {
            _instances = new InstanceTexts();
            Publish(_table);
        }

        _instances.Remember(text, index, _writings);
    }
}
