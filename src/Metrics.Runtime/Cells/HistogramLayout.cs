using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedMetrics.Cells;

/// <summary>
/// The cells of one histogram's series: each series has a block, in it for each stripe the sum and the count of each
/// bucket, and in the first stripe, after them, the header. A stripe begins on a cache line where there are several.
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
        _headerOffset = sizeof(double) + (buckets * sizeof(long));
        _stripeSize = _headerOffset + sizeof(long);
        if (Stripes.Count > 1)
        {
            _stripeSize = (_stripeSize + Stripes.LineSize - 1) / Stripes.LineSize * Stripes.LineSize;
        }
    }

    /// <summary>The number of buckets, with that of <c>+Inf</c>.</summary>
    public int Buckets { get; }

    /// <summary>A new block, all zero.</summary>
    public long[] Allocate() =>
        GC.AllocateArray<long>(((_stripeSize * Stripes.Count) + (Stripes.Count > 1 ? Stripes.LineSize : 0)) / sizeof(long), pinned: true);

    /// <summary>The header of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref long Header(long[] block) => ref *(long*)(First(block) + _headerOffset);

    /// <summary>
    /// Adds an observation to this thread's stripe: its bucket first, then the sum. What the sum was is read before both, so
    /// that the addition runs beside the first of the two interlocked operations.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long[] block, nuint bucket, double value)
    {
        var sum = (double*)((nuint)First(block) + (Stripes.Current() * (nuint)_stripeSize));
        var seen = *(long*)sum;
        Interlocked.Increment(ref ((long*)sum)[bucket + 1]);
        AtomicDouble.Add(sum, seen, value);
    }

    /// <summary>The number of observations.</summary>
    public long ReadCount(long[] block)
    {
        var stripe = First(block);
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

    /// <summary>Adds up the stripes, always in the same order. The counts and the sum are of one moment: see <see cref="SumDrift"/>.</summary>
    /// <param name="block">The block.</param>
    /// <param name="counts">Takes the observations of each bucket.</param>
    /// <returns>The sum of the observations.</returns>
    public double Read(long[] block, Span<long> counts)
    {
        var first = First(block);
        var drift = new SumDrift();
        var sum = ReadSum(first);
        while (true)
        {
            // The sum first: an observation that is in it was counted before.
            Volatile.ReadBarrier();
            ReadCounts(first, counts);
            Volatile.ReadBarrier();
            var after = ReadSum(first);
            if (drift.IsSmall(sum, after))
            {
                // Infinities of both signs have no sum, and the formats know no NaN there.
                GC.KeepAlive(block);
                return double.IsNaN(sum) ? double.PositiveInfinity : sum;
            }

            sum = after;
        }
    }

    private double ReadSum(nint first)
    {
        var sum = 0.0;
        for (var stripe = 0; stripe < Stripes.Count; stripe++)
        {
            sum += Volatile.Read(ref *(double*)(first + (stripe * _stripeSize)));
        }

        return sum;
    }

    private void ReadCounts(nint first, Span<long> counts)
    {
        var buckets = (long*)first + 1;
        var stride = _stripeSize / sizeof(long);
        var bucket = 0;
        for (; bucket <= counts.Length - Vector256<long>.Count; bucket += Vector256<long>.Count)
        {
            var total = Vector256.Load(buckets + bucket);
            for (var stripe = 1; stripe < Stripes.Count; stripe++)
            {
                total += Vector256.Load(buckets + bucket + (stripe * stride));
            }

            total.StoreUnsafe(ref counts[bucket]);
        }

        for (; bucket < counts.Length; bucket++)
        {
            var total = 0L;
            for (var stripe = 0; stripe < Stripes.Count; stripe++)
            {
                total += Volatile.Read(ref buckets[bucket + (stripe * stride)]);
            }

            counts[bucket] = total;
        }
    }

    // An address in a pinned array. Threads that share one stripe share its lines anyway.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint First(long[] block) => Stripes.Count > 1
        ? PinnedMemory.Align(block)
        : (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(block));
}
