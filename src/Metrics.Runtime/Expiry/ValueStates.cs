using System.Runtime.CompilerServices;

namespace TypedMetrics.Expiry;

/// <summary>
/// The states of an expiring label's indexes, in pieces that never move: a thread may write to one at any time. Read by any
/// thread; grown under the interner's lock.
/// </summary>
internal sealed class ValueStates
{
    private const int PieceBits = 8;
    private ValueState[][] _pieces = [];

    /// <summary>The state of an index that has had a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ValueState At(int index) => ref _pieces[index >> PieceBits][index & ((1 << PieceBits) - 1)];

    /// <summary>Makes room for an index.</summary>
    public void Reserve(int index)
    {
        var pieces = _pieces;
        if (index >> PieceBits == pieces.Length)
        {
            Volatile.Write(ref _pieces, [.. pieces, new ValueState[1 << PieceBits]]);
        }
    }
}
