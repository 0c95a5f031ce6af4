using System.Runtime.CompilerServices;

namespace TypedMetrics.Cells;

/// <summary>
/// The cell of one state set series: a bit for each state, and one that says whether the series is touched, in one word, so
/// that each update, removal and reading is one atomic step.
/// </summary>
internal static unsafe class StateSetCell
{
    /// <summary>The bytes from one cell to the next: fewer neighbours on a line disturb each other less.</summary>
    public const int Size = 16;

    /// <summary>How many series share a block.</summary>
    public const int PerBlock = Stripes.LineSize / Size;

    /// <summary>The bytes of a block.</summary>
    public const int BlockSize = Stripes.LineSize;

    /// <summary>The bit of a touched series.</summary>
    public const long Touched = long.MinValue;

    /// <summary>The word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref long Word(nint cell) => ref *(long*)cell;

    /// <summary>Changes the states of a touched series; false where it is not touched.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="kept">The states that stay as they are.</param>
    /// <param name="set">The states that are true then.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryUpdate(nint cell, long kept, long set)
    {
        var seen = Volatile.Read(ref Word(cell));
        while (seen < 0)
        {
            var found = Interlocked.CompareExchange(ref Word(cell), (seen & kept) | set | Touched, seen);
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }
}
