using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedMetrics.Families;

/// <summary>
/// A way past the characters of a text: finds the very string instances that a <see cref="TextInterner"/> keeps, by their addresses.
/// </summary>
/// <remarks>
/// <para>
/// The address only says where to look; what stands there counts if it is the same instance. So it does no harm that the collector moves
/// strings: the instance is missed until <see cref="Remember"/> puts it where it belongs now. One that cannot have its place, since
/// another is there by right, is never found here.
/// </para>
/// <para>
/// Read by any thread; written under the interner's lock. A slot changes its text in place: its stamp, whose upper half no
/// second writing has, is invalid while the text changes, and is read before and after it.
/// </para>
/// </remarks>
internal readonly struct InstanceTexts
{
    private const int SlotBits = 9;
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;
    private const int IndexBits = 32;
    private const long Changing = -1;

    /// <summary>Finds nothing.</summary>
    public static readonly InstanceTexts None = new();

    private readonly Slot[] _slots;

    /// <summary>Room for some hundred instances: 8 KB.</summary>
    public InstanceTexts() => _slots = new Slot[1 << SlotBits];

    /// <summary>The index of an instance; negative where its characters have to say.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(string? text)
    {
        if (text is null)
        {
            return -1;
        }

        ref var slot = ref SlotOf(text);
        var stamp = Volatile.Read(ref slot.Stamp);
        return ReferenceEquals(Volatile.Read(ref slot.Text), text) && Volatile.Read(ref slot.Stamp) == stamp ? (int)stamp : -1;
    }

    /// <summary>Whether <see cref="Remember"/> would put an instance somewhere.</summary>
    public bool HasPlaceFor(string text)
    {
        ref var slot = ref SlotOf(text);
        return Volatile.Read(ref slot.Text) is not { } other || !Unsafe.AreSame(ref SlotOf(other), ref slot);
    }

    /// <summary>Puts an instance where it is found, unless another one is there by right; under the lock.</summary>
    /// <param name="text">The instance.</param>
    /// <param name="index">Its index, which stays the same.</param>
    /// <param name="writing">A number that no writing before had.</param>
    public void Remember(string text, int index, uint writing)
    {
        if (HasPlaceFor(text))
        {
            Write(text, index, writing);
        }
    }

    /// <summary>Puts an instance into its place, whoever is there; under the lock.</summary>
    internal void Write(string text, int index, uint writing)
    {
        ref var slot = ref SlotOf(text);
        slot.Stamp = Changing;
        Volatile.Write(ref slot.Text, text);
        Volatile.Write(ref slot.Stamp, ((long)writing << IndexBits) | (uint)index);
    }

    // The upper bits of the product: strings at equal distances come to lie in places at equal distances.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe ref Slot SlotOf(string text)
    {
        var address = (ulong)Unsafe.AsPointer(ref Unsafe.AsRef(in text.GetPinnableReference()));
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), (nuint)((address * Golden) >> (64 - SlotBits)));
    }

    private struct Slot
    {
        public string? Text;
        public long Stamp;
    }
}
