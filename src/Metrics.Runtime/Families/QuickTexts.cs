using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedMetrics.Families;

/// <summary>
/// A way past the keyed hash for most texts of a <see cref="TextTable"/>: a second table, by a hash that reads twelve
/// characters and has no key.
/// </summary>
/// <remarks>
/// Whoever chooses label values can choose collisions here. A text therefore stands within a few entries of its place or not at all, and
/// the keyed table decides for those that do not: a text that collides with others costs the look-up there, and the comparison with
/// those few. Texts are compared in full. Read by any thread; written under the interner's lock, each entry once, the text last.
/// </remarks>
internal readonly struct QuickTexts
{
    private const int Probes = 4;
    private const int FourCharacters = 4;
    private const int PlacesPerText = 4;
    private const ulong FirstFactor = 0x9E37_79B9_7F4A_7C15;
    private const ulong MiddleFactor = 0xC2B2_AE3D_27D4_EB4F;
    private const ulong LastFactor = 0xD6E8_FEB8_6659_FD93;

    // A product's upper bits depend on all of its factors'.
    private const int UpperHalf = 32;
    private const int PlaceBits = 16;

    private readonly Entry[] _entries;

    /// <summary>A table for that many texts.</summary>
    public QuickTexts(int capacity)
    {
        var places = BitOperations.RoundUpToPowerOf2((uint)Math.Min(capacity, (1 << PlaceBits) / PlacesPerText) * PlacesPerText);
        _entries = new Entry[places + Probes - 1];
    }

    /// <summary>
    /// The index of a text that stands at its very place, else -1. Calls nothing: what a caller would save for a call is
    /// what its interlocked operation would wait for.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindAtPlace(string text)
    {
        var hash = HashOf(text);
        ref var entry = ref PlaceOf(hash);
        var known = Volatile.Read(ref entry.Text);
        return ReferenceEquals(known, text) || (entry.Hash == hash && known is not null && AreEqual(text, known)) ? entry.Index : -1;
    }

    /// <inheritdoc cref="FindAtPlace(string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindAtPlace(ReadOnlySpan<char> text)
    {
        var hash = HashOf(text);
        ref var entry = ref PlaceOf(hash);
        return Volatile.Read(ref entry.Text) is { } known && entry.Hash == hash && AreEqual(text, known) ? entry.Index : -1;
    }

    /// <summary>The index of a text; -1 where the keyed table has to say.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var hash = HashOf(text);
        ref var entry = ref PlaceOf(hash);
        for (var i = 0; i < Probes && Volatile.Read(ref entry.Text) is { } known; i++)
        {
            if (entry.Hash == hash && text.SequenceEqual(known))
            {
                return entry.Index;
            }

            entry = ref Unsafe.Add(ref entry, 1);
        }

        return -1;
    }

    /// <summary>Adds a text that is not there, if it has a place.</summary>
    public void Add(string text, int index)
    {
        var hash = HashOf(text);
        ref var entry = ref PlaceOf(hash);
        for (var i = 0; i < Probes; i++)
        {
            if (entry.Text is null)
            {
                entry.Hash = hash;
                entry.Index = index;
                Volatile.Write(ref entry.Text, text);
                return;
            }

            entry = ref Unsafe.Add(ref entry, 1);
        }
    }

    /// <summary>The hash: of the length and of the first, the middle and the last four characters, or of all of fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint HashOf(ReadOnlySpan<char> text)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        if (length < FourCharacters)
        {
            return length == 0 ? 0 : (uint)((OfFew(ref first, length) * FirstFactor) >> UpperHalf);
        }

        // The length is that of half the bytes, so that the middle ones begin four before it.
        ref var bytes = ref Unsafe.As<char, byte>(ref first);
        var hash = (Unsafe.ReadUnaligned<ulong>(ref bytes) ^ (uint)length) * FirstFactor;
        hash += Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, length - 4)) * MiddleFactor;
        hash += Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, (length * sizeof(char)) - sizeof(ulong))) * LastFactor;
        return (uint)(hash >> UpperHalf);
    }

    // By four characters at a time, of which the last may overlap those before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreEqual(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        ref var first = ref MemoryMarshal.GetReference(left);
        ref var second = ref MemoryMarshal.GetReference(right);
        var length = left.Length;
        if (length < FourCharacters)
        {
            return length == 0 || OfFew(ref first, length) == OfFew(ref second, length);
        }

        for (var i = 0; i < length - FourCharacters; i += FourCharacters)
        {
            if (Four(ref first, i) != Four(ref second, i))
            {
                return false;
            }
        }

        return Four(ref first, length - FourCharacters) == Four(ref second, length - FourCharacters);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Four(ref char first, int index) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref first, index)));

    // Up to three characters and their number; no two texts have the same.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OfFew(ref char first, int length) =>
        first | ((ulong)Unsafe.Add(ref first, length >> 1) << 16) | ((ulong)Unsafe.Add(ref first, length - 1) << 32) | ((ulong)length << 48);

    // As many entries stand behind the last place as a text may be away from its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Entry PlaceOf(uint hash)
    {
        var entries = _entries;
        var place = (hash >> (UpperHalf - PlaceBits)) & (uint)(entries.Length - Probes);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(entries), (nuint)place);
    }

    private struct Entry
    {
        public string? Text;
        public uint Hash;
        public int Index;
    }
}
