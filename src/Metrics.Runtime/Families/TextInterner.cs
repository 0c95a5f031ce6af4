namespace TypedMetrics.Families;

/// <summary>
/// Gives the first so many different texts an index each, from 0 on, for good. A text that is known is found without a
/// lock and without allocating, by threads that meet a growing table as well.
/// </summary>
/// <param name="maximum">How many texts.</param>
/// <param name="encode">Makes of a text, once, what a scrape writes of it.</param>
internal sealed class TextInterner(int maximum, Func<string, byte[]> encode)
{
    private readonly Lock _growth = new();
    private volatile int _lowered = int.MaxValue;
    private volatile TextTable _table = new(Math.Min(maximum, 8));

    /// <summary>How many texts. One that is lowered leaves the texts that are known.</summary>
    public int Maximum
    {
        get => Math.Min(maximum, _lowered);
        set => _lowered = value;
    }

    /// <summary>The index of a text, or -1 where it is not known.</summary>
    public int Find(string? text) => text is null ? Find(default(ReadOnlySpan<char>)) : _table.Find(text, TextHash.Of(text));

    /// <inheritdoc cref="Find(string?)"/>
    public int Find(ReadOnlySpan<char> text) => _table.Find(text, TextHash.Of(text));

    /// <summary>What a scrape writes of the text of an index.</summary>
    public byte[] Encoded(int index) => _table.Encoded(index);

    /// <summary>The text of an index.</summary>
    public string Text(int index) => _table.Text(index);

    /// <summary>The index of a text that <see cref="Find(string?)"/> does not know, given to it now; -1 where all are taken.</summary>
    public int Add(ReadOnlySpan<char> text)
    {
        // Beyond the maximum, a stream of new texts must cost neither the lock nor memory. Asked again, for the last place
        // may just have been taken by this text.
        if (_table.Count >= Maximum && TextNormalization.IsWellFormed(text))
        {
            return Find(text);
        }

        // Texts that are encoded alike are one value, else a scrape would show a series twice.
        var normalized = TextNormalization.ToWellFormed(text);
        var hash = TextHash.Of(normalized);
        lock (_growth)
        {
            var table = _table;
            if (table.Find(normalized, hash) is var known and >= 0)
            {
                return known;
            }

            if (table.Count >= Maximum)
            {
                return -1;
            }

            var encoded = encode(normalized);
            if (table.IsFull)
            {
                table = table.Grow(maximum);
                var index = table.Add(normalized, hash, encoded);
                _table = table;
                return index;
            }

            return table.Add(normalized, hash, encoded);
        }
    }
}
