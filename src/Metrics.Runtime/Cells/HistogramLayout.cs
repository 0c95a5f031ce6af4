using System.Runtime.CompilerServices;

namespace TypedMetrics.Cells;

/// <summary>
/// The cells of one histogram's series: each series has a block, in it for each stripe the sum and the count of each
/// bucket, and at the end the header. A stripe begins on a cache line.
/// </summary>
/// <remarks>
/// A removed series loses its block for good; the collector takes it when the last thread that is about to add to it has
/// gone.
/// </remarks>
internal readonly unsafe struct HistogramLayout
{
    private readonly int _stripeSize;
    private readonly int _headerOffset;

    /// <summary>The layout for a number of buckets, with that of <c>+Inf</c>.</summary>
    public HistogramLayout(int buckets)
    {
        Buckets = buckets;
        _stripeSize = (sizeof(double) + (buckets * sizeof(long)) + Stripes.LineSize - 1) / Stripes.LineSize * Stripes.LineSize;
        _headerOffset = _stripeSize * Stripes.Count;
    }

    /// <summary>The number of buckets, with that of <c>+Inf</c>.</summary>
    public int Buckets { get; }

    /// <summary>A new block, all zero.</summary>
    public long[] Allocate() =>
        GC.AllocateArray<long>((_headerOffset + Stripes.LineSize + Stripes.LineSize) / sizeof(long), pinned: true);

    /// <summary>The header of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref long Header(long[] block) => ref *(long*)(PinnedMemory.Align(block) + _headerOffset);

    /// <summary>
    /// Adds an observation to this thread's stripe: its bucket first, then the sum. What the sum was is read before both, so
    /// that the addition runs beside the first of the two interlocked operations.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long[] block, nuint bucket, double value)
    {
        var sum = (double*)((nuint)PinnedMemory.Align(block) + (Stripes.Current() * (nuint)_stripeSize));
        var seen = *(long*)sum;
        Interlocked.Increment(ref ((long*)sum)[bucket + 1]);
        AtomicDouble.Add(sum, seen, value);
    }

    /// <summary>The number of observations.</summary>
    public long ReadCount(long[] block)
    {
        var stripe = PinnedMemory.Align(block);
        var count = 0L;
        for (var i = 0; i < Stripes.Count; i++, stripe += _stripeSize)
        {
            for (var bucket = 1; bucket <= Buckets; bucket++)
            {
                count += Volatile.Read(ref ((long*)stripe)[bucket]);
            }
        }

        GC.KeepAlive(block);
        return count;
    }

    /// <summary>Adds up the stripes, always in the same order.</summary>
    /// <param name="block">The block.</param>
    /// <param name="counts">Takes the observations of each bucket.</param>
    /// <returns>The sum of the observations.</returns>
    public double Read(long[] block, Span<long> counts)
    {
        var stripe = PinnedMemory.Align(block);
        var sum = 0.0;
        counts.Clear();
        for (var i = 0; i < Stripes.Count; i++, stripe += _stripeSize)
        {
            sum += Volatile.Read(ref *(double*)stripe);
            for (var bucket = 0; bucket < counts.Length; bucket++)
            {
                counts[bucket] += Volatile.Read(ref ((long*)stripe)[bucket + 1]);
            }
        }

        // Infinities of both signs have no sum, and the formats know no NaN there.
        GC.KeepAlive(block);
        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }
}
