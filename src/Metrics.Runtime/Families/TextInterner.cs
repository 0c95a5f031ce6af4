using TypedMetrics.Exposition;

namespace TypedMetrics.Families;

/// <summary>
/// Gives the first so many different texts an index each, from 0 on, for good. A text that is known is found without a
/// lock and without allocating, by threads that meet a growing table as well.
/// </summary>
/// <param name="labelName">The label that the texts are values of.</param>
/// <param name="maximum">How many texts.</param>
internal sealed class TextInterner(string labelName, int maximum)
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

    /// <summary>The pair <c>label="text"</c> of an index, escaped; empty for the empty text.</summary>
    public byte[] Pair(int index) => _table.Pair(index);

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

            var pair = normalized.Length == 0 ? [] : LabelEscaping.Pair(labelName, normalized);
            if (table.IsFull)
            {
                table = table.Grow(maximum);
                var index = table.Add(normalized, hash, pair);
                _table = table;
                return index;
            }

            return table.Add(normalized, hash, pair);
        }
    }
}
