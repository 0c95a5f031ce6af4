using System.Runtime.CompilerServices;

namespace TypedMetrics.Families;

/// <summary>
/// The hash table of a <see cref="TextInterner"/>: open addressing, a slot is one word with hash and index. Read by any
/// thread; written under the interner's lock, a slot last, so that who sees a slot sees the text as well. Most texts are found
/// past it, by <see cref="QuickTexts"/>.
/// </summary>
internal sealed class TextTable
{
    private readonly long[] _slots;
    private readonly string[] _texts;
    private readonly byte[][] _encoded;
    private int _count;

    public TextTable(int capacity)
    {
        // At most half full: a miss ends soon.
        _slots = new long[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity * 2)];
        _texts = new string[capacity];
        _encoded = new byte[capacity][];
        Quick = new QuickTexts(capacity);
    }

    /// <summary>The number of texts.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether a further text needs a larger table.</summary>
    public bool IsFull => _count == _texts.Length;

    /// <summary>What a scrape writes of the text of an index.</summary>
    public byte[] Encoded(int index) => _encoded[index];

    /// <summary>What a scrape writes of the texts, by index; nothing of those that are not there.</summary>
    public byte[]?[] AllEncoded => _encoded;

    /// <summary>The text of an index.</summary>
    public string Text(int index) => _texts[index];

    /// <summary>Finds most of the texts without the keyed hash.</summary>
    public QuickTexts Quick { get; }

    /// <summary>The index of a text, or -1, by its keyed hash alone.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int FindKeyed(ReadOnlySpan<char> text) => FindKeyed(text, TextHash.Of(text));

    /// <inheritdoc cref="FindKeyed(ReadOnlySpan{char})"/>
    /// <param name="text">The text.</param>
    /// <param name="hash">Its <see cref="TextHash"/>.</param>
    public int FindKeyed(ReadOnlySpan<char> text, uint hash)
    {
        var slots = _slots;
        for (var i = (int)hash & (slots.Length - 1); ; i = (i + 1) & (slots.Length - 1))
        {
            var slot = Volatile.Read(ref slots[i]);
            if (slot == 0)
            {
                return -1;
            }

            if ((uint)(slot >> 32) == hash && text.SequenceEqual(_texts[(int)slot - 1]))
            {
                return (int)slot - 1;
            }
        }
    }

    /// <summary>Adds a text that is not there; under the lock, and while the table is not full.</summary>
    /// <returns>Its index.</returns>
    public int Add(string text, uint hash, byte[] encoded)
    {
        var index = _count;
        _texts[index] = text;
        _encoded[index] = encoded;
        Insert(index, hash);
        Volatile.Write(ref _count, index + 1);
        return index;
    }

    /// <summary>Gives an index whose text has been taken out to another one; under the lock.</summary>
    public void Replace(int index, string text, uint hash, byte[] encoded)
    {
        _texts[index] = text;
        _encoded[index] = encoded;
        Insert(index, hash);
    }

    /// <summary>The indexes that have a text.</summary>
    public IEnumerable<int> Indexes() => _slots.Where(slot => slot != 0).Select(slot => (int)slot - 1);

    /// <summary>
    /// A table of the same size in which some texts are not found. What a scrape writes of them stays until their index is
    /// given to another one.
    /// </summary>
    public TextTable Without(HashSet<int> indexes)
    {
        var smaller = new TextTable(_texts.Length) { _count = _count };
        _texts.CopyTo(smaller._texts, 0);
        _encoded.CopyTo(smaller._encoded, 0);
        foreach (var slot in _slots)
        {
            if (slot != 0 && !indexes.Contains((int)slot - 1))
            {
                smaller.Insert((int)slot - 1, (uint)(slot >> 32));
            }
        }

        return smaller;
    }

    /// <summary>A larger table with the same texts; under the lock.</summary>
    public TextTable Grow(int maximum)
    {
        var larger = new TextTable((int)Math.Min(maximum, _texts.Length * 2L));
        _texts.CopyTo(larger._texts, 0);
        _encoded.CopyTo(larger._encoded, 0);
        foreach (var slot in _slots)
        {
            if (slot != 0)
            {
                larger.Insert((int)slot - 1, (uint)(slot >> 32));
            }
        }

        larger._count = _count;
        return larger;
    }

    private void Insert(int index, uint hash)
    {
        var i = (int)hash & (_slots.Length - 1);
        while (_slots[i] != 0)
        {
            i = (i + 1) & (_slots.Length - 1);
        }

        Volatile.Write(ref _slots[i], ((long)hash << 32) | (uint)(index + 1));
        Quick.Add(_texts[index], index);
    }
}
