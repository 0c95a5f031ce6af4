using System.Runtime.CompilerServices;

namespace TypedMetrics.Expiry;

/// <summary>
/// The process' count of sweeps that have freed label values. An instrument of an expiring metric carries the generation at
/// which its labels were looked up; 0 stands for one that never expires.
/// </summary>
/// <remarks>One count for all metrics, since a value may be shared by many. At one such sweep a second it lasts 68 years.</remarks>
internal static class Generations
{
    private static int _current = 1;

    /// <summary>The generation now. What is looked up after this was read is not freed in it or before.</summary>
    public static int Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref _current);
    }

    /// <summary>Begins a generation, once the freed values can no longer be found.</summary>
    public static int Advance() => Interlocked.Increment(ref _current);
}
