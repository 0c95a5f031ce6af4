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
    private const int PlacesPerText = 4;
    private const ulong FirstFactor = 0x9E37_79B9_7F4A_7C15;
    private const ulong MiddleFactor = 0xC2B2_AE3D_27D4_EB4F;
    private const ulong LastFactor = 0xD6E8_FEB8_6659_FD93;

    private readonly Entry[] _entries;
    private readonly int _shift;

    /// <summary>A table for that many texts.</summary>
    public QuickTexts(int capacity)
    {
        var places = (int)BitOperations.RoundUpToPowerOf2((uint)capacity * PlacesPerText);
        _shift = 32 - BitOperations.Log2((uint)places);
        _entries = new Entry[places + Probes - 1];
    }

    /// <summary>The index of a text; -1 where the keyed table has to say. The instance that was added first is not compared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(string text)
    {
        var hash = HashOf(text);
        ref var entry = ref PlaceOf(hash);
        return ReferenceEquals(Volatile.Read(ref entry.Text), text) ? entry.Index : Find(ref entry, hash, text);
    }

    /// <summary>The index of a text; -1 where the keyed table has to say.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<char> text)
    {
        var hash = HashOf(text);
        return Find(ref PlaceOf(hash), hash, text);
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
        if (length < 4)
        {
            return length == 0 ? 0 : OfFew(ref first, length);
        }

        // The length is that of half the bytes, so that the middle ones begin four before it.
        ref var bytes = ref Unsafe.As<char, byte>(ref first);
        var hash = (Unsafe.ReadUnaligned<ulong>(ref bytes) ^ (uint)length) * FirstFactor;
        hash += Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, length - 4)) * MiddleFactor;
        hash += Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, (length * sizeof(char)) - sizeof(ulong))) * LastFactor;
        return (uint)(hash >> 32);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Find(ref Entry entry, uint hash, ReadOnlySpan<char> text)
    {
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint OfFew(ref char first, int length)
    {
        var all = first | ((ulong)Unsafe.Add(ref first, length >> 1) << 16) | ((ulong)Unsafe.Add(ref first, length - 1) << 32);
        return (uint)(((all ^ ((ulong)length << 48)) * FirstFactor) >> 32);
    }

    // The upper bits of a product depend on all of its factor's. As many entries stand behind the last place as a text may be away from its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Entry PlaceOf(uint hash) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_entries), (nuint)(hash >> _shift));

    private struct Entry
    {
        public string? Text;
        public uint Hash;
        public int Index;
    }
}
