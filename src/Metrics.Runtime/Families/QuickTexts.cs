using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
internal sealed class QuickTexts
{
    private const int NotFound = -1;
    private const int Probes = 4;
    private const int FourCharacters = 4;
    private const int EightCharacters = 8;
    private const int PlacesPerText = 4;
    private const ulong FirstFactor = 0x9E37_79B9_7F4A_7C15;
    private const ulong MiddleFactor = 0xC2B2_AE3D_27D4_EB4F;
    private const ulong LastFactor = 0xD6E8_FEB8_6659_FD93;

    // A product's upper bits depend on all of its factors'.
    private const int KeptShift = 24;
    private const int PlaceBits = 16;

    /// <summary>Finds nothing.</summary>
    public static readonly QuickTexts None = new(1);

    private readonly Entry[] _entries;
    private readonly int _shift;

    /// <summary>A table for that many texts.</summary>
    public QuickTexts(int capacity)
    {
        var places = BitOperations.RoundUpToPowerOf2((uint)Math.Min(capacity, (1 << PlaceBits) / PlacesPerText) * PlacesPerText);

        // As many entries stand behind the last place as a text may be away from its own.
        _entries = new Entry[places + Probes - 1];
        _shift = 64 - BitOperations.Log2(places);
    }

    /// <summary>
    /// The index of a text that stands at its very place; negative where it does not, and where the very instance does: see
    /// <see cref="IsInstance"/>. Calls nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindAtPlace(string text)
    {
        var hash = HashOf(text);
        ref var entry = ref PlaceOf(hash);
        if (Volatile.Read(ref entry.Text) is { } known && entry.Hash == Kept(hash) && AreEqual(text, known))
        {
            return ReferenceEquals(known, text) ? ~entry.Index + NotFound : entry.Index;
        }

        return NotFound;
    }

    /// <summary>Whether what <see cref="FindAtPlace(string)"/> has found is the instance itself, and its index.</summary>
    public static bool IsInstance(int found, out int index)
    {
        index = ~(found - NotFound);
        return found < NotFound;
    }

    /// <summary>The index of a text that stands at its very place, else -1. Calls nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindAtPlace(ReadOnlySpan<char> text)
    {
        var hash = HashOf(text);
        ref var entry = ref PlaceOf(hash);
        return Volatile.Read(ref entry.Text) is { } known && entry.Hash == Kept(hash) && AreEqual(text, known) ? entry.Index : NotFound;
    }

    /// <summary>The index of a text; -1 where the keyed table has to say.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var hash = HashOf(text);
        ref var entry = ref PlaceOf(hash);
        for (var i = 0; i < Probes && Volatile.Read(ref entry.Text) is { } known; i++)
        {
            if (entry.Hash == Kept(hash) && text.SequenceEqual(known))
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
                entry.Hash = Kept(hash);
                entry.Index = index;
                Volatile.Write(ref entry.Text, text);
                return;
            }

            entry = ref Unsafe.Add(ref entry, 1);
        }
    }

    /// <summary>The hash: of the length and of the first, the middle and the last four characters, or of all of fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong HashOf(ReadOnlySpan<char> text)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        var length = (nuint)(uint)text.Length;
        if (length < FourCharacters)
        {
            return length == 0 ? 0 : OfFew(ref first, length) * FirstFactor;
        }

        // The length is that of half the bytes, so that the middle ones begin four before it.
        ref var bytes = ref Unsafe.As<char, byte>(ref first);
        var hash = (Unsafe.ReadUnaligned<ulong>(ref bytes) ^ length) * FirstFactor;
        hash += Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, length - 4)) * MiddleFactor;
        return hash + (Four(ref first, length - FourCharacters) * LastFactor);
    }

    // By eight characters at a time, of which the last may overlap those before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreEqual(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        ref var first = ref MemoryMarshal.GetReference(left);
        ref var second = ref MemoryMarshal.GetReference(right);
        var length = (nuint)(uint)left.Length;
        if (length < EightCharacters)
        {
            return length >= FourCharacters
                ? ((Four(ref first, 0) ^ Four(ref second, 0)) | (Four(ref first, length - FourCharacters) ^ Four(ref second, length - FourCharacters))) == 0
                : length == 0 || OfFew(ref first, length) == OfFew(ref second, length);
        }

        for (nuint i = 0; i < length - EightCharacters; i += EightCharacters)
        {
            if (Eight(ref first, i) != Eight(ref second, i))
            {
                return false;
            }
        }

        return Eight(ref first, length - EightCharacters) == Eight(ref second, length - EightCharacters);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Eight(ref char first, nuint index) => Vector128.LoadUnsafe(ref Unsafe.As<char, ushort>(ref first), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Four(ref char first, nuint index) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref first, index)));

    // Up to three characters and their number; no two texts have the same.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OfFew(ref char first, nuint length) =>
        first | ((ulong)Unsafe.Add(ref first, length >> 1) << 16) | ((ulong)Unsafe.Add(ref first, length - 1) << 32) | ((ulong)length << 48);

    // What an entry keeps of the hash; its place is made of the highest bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Kept(ulong hash) => (uint)(hash >> KeptShift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Entry PlaceOf(ulong hash) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_entries), (nuint)(hash >> _shift));

    private struct Entry
    {
        public string? Text;
        public uint Hash;
        public int Index;
    }
}
