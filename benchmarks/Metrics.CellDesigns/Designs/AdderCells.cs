using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedMetrics.CellDesigns.Designs;

/// <summary>
/// Cells that begin single and stripe themselves once a compare-and-swap has failed, after the idea of Java's LongAdder: from
/// then on each thread adds to the stripe that its probe says, and takes another probe where it meets somebody.
/// </summary>
internal static unsafe class AdderCells
{
    // A series: its cell, and the address of its stripes or 0.
    private const int SeriesSize = 2;

    /// <summary>Java stops growing at the processors.</summary>
    private static readonly int Stripes = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, Environment.ProcessorCount));

    private static readonly long* Cells = (long*)Lines.Keep(Bytes(SeriesIndex.Count));
    private static readonly Lock Growing = new();
    private static uint _probes;

    /// <summary>What the stripes of one series take once there are any.</summary>
    public static int BytesOfStripes => Stripes * Lines.Size;

    public static int Bytes(int series) => series * SeriesSize * sizeof(long);

    public static void Increment(int method, int endpoint, int outcome)
    {
        var series = Cells + (SeriesIndex.Of(method, endpoint, outcome) * SeriesSize);
        if (series[1] == 0)
        {
            var seen = *series;
            if (Interlocked.CompareExchange(ref *series, seen + 1, seen) == seen)
            {
                return;
            }
        }

        IncrementStripe(series);
    }

    /// <summary>The sum of all series.</summary>
    public static double Read()
    {
        var sum = 0L;
        for (var series = Cells; series < Cells + (SeriesIndex.Count * SeriesSize); series += SeriesSize)
        {
            sum += Volatile.Read(ref *series);
            var stripes = Volatile.Read(ref series[1]);
            for (var stripe = 0; stripes != 0 && stripe < Stripes; stripe++)
            {
                sum += Volatile.Read(ref *(long*)(stripes + (stripe * Lines.Size)));
            }
        }

        return sum;
    }

    private static void IncrementStripe(long* series)
    {
        var stripes = Volatile.Read(ref series[1]);
        stripes = stripes != 0 ? stripes : Grow(series);
        var probe = Probe.OfThisThread;
        if (probe == 0)
        {
            Probe.OfThisThread = probe = (Interlocked.Increment(ref _probes) * 0x9E37_79B9) | 1;
        }

        while (true)
        {
            var cell = (long*)(stripes + (((probe >> 8) & (uint)(Stripes - 1)) * Lines.Size));
            var seen = *cell;
            if (Interlocked.CompareExchange(ref *cell, seen + 1, seen) == seen)
            {
                return;
            }

            Probe.OfThisThread = probe = Another(probe);
        }
    }

    private static long Grow(long* series)
    {
        lock (Growing)
        {
            if (series[1] == 0)
            {
                Volatile.Write(ref series[1], Lines.Keep(BytesOfStripes));
            }

            return series[1];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Another(uint probe)
    {
        probe ^= probe << 13;
        probe ^= probe >> 17;
        return probe ^ (probe << 5);
    }

    // A single number in a class of its own is what the runtime finds fastest.
    private static class Probe
    {
        [ThreadStatic]
        public static uint OfThisThread;
    }
}
