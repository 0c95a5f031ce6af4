using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedMetrics.CellDesigns.Designs;

/// <summary>Memory in cache lines that the collector does not move, and how many stripes are made of it.</summary>
internal static unsafe class Lines
{
    public const int Size = 64;

    /// <summary>As the runtime has it: 1 on one core, else four times the cores, at most 16.</summary>
    public static readonly int Stripes = Environment.ProcessorCount == 1
        ? 1
        : (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(4 * Environment.ProcessorCount, 16));

    public static readonly nuint StripeMask = (nuint)(Stripes - 1);

    // The addresses of arrays that live as long as the process.
    private static readonly List<long[]> Kept = [];

    /// <summary>That many bytes, all zero, from the beginning of a line; never given back.</summary>
    public static nint Keep(int bytes)
    {
        var array = Allocate(bytes);
        lock (Kept)
        {
            Kept.Add(array);
        }

        return ((nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) + Size - 1) & -Size;
    }

    /// <summary>An array with that many bytes from the beginning of a line in it.</summary>
    public static long[] Allocate(int bytes) => GC.AllocateArray<long>((bytes + Size) / sizeof(long), pinned: true);
}
