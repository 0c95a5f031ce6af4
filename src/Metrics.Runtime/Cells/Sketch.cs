using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedMetrics.Cells;

/// <summary>
/// What an update of a summary's series needs, in one array: the <see cref="SketchSeries"/>, the line of each stripe, and for
/// each stripe the pages of the octaves that its threads have observed. A series that nothing was observed in is a shell
/// with the first element only.
/// </summary>
/// <remarks>
/// A page has the octave and then a count for each bucket. The first that comes of those octaves which are equal modulo 16
/// stands in the array itself, others in the stripe's further pages; a range of 65,536 to 1 needs none of these. An array is
/// lost for good with its series; the collector takes it when the last thread that is about to add to it has gone.
/// </remarks>
internal static class Sketch
{
    private const int Lines = 1;
    private const int FirstRow = 2;
    private const int RowPages = 16;
    private const int RowSize = RowPages + 1;

    // Sum, minimum and maximum; two lines of memory, so that stripes never meet wherever the array begins.
    private const int LineLength = 16;
    private const int Minimum = 1;
    private const int Maximum = 2;

    /// <summary>A series that nothing was observed in.</summary>
    public static object?[] Shell(SketchSeries series) => [series];

    /// <summary>A series that can be observed in.</summary>
    public static object?[] Create(SketchSeries series)
    {
        var sketch = new object?[FirstRow + (RowSize * Stripes.Count)];
        var lines = new double[LineLength * Stripes.Count];
        for (var stripe = 0; stripe < Stripes.Count; stripe++)
        {
            lines[(stripe * LineLength) + Minimum] = double.PositiveInfinity;
            lines[(stripe * LineLength) + Maximum] = double.NegativeInfinity;
        }

        sketch[0] = series;
        sketch[Lines] = lines;
        return sketch;
    }

    /// <summary>Whether nothing was observed.</summary>
    public static bool IsShell(object?[] sketch) => sketch.Length == 1;

    /// <summary>The series.</summary>
    public static SketchSeries SeriesOf(object?[] sketch) => Unsafe.As<SketchSeries>(sketch[0]!);

    /// <summary>The page of an octave where it stands in the array itself, else <see langword="null"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long[]? FindNear(object?[] sketch, nuint stripe, ulong octave)
    {
        var place = FirstRow + (stripe * RowSize) + ((nuint)octave & (RowPages - 1));
        return place < (nuint)sketch.Length && Unsafe.As<long[]?>(sketch[place]) is { } page && OctaveOf(page) == (long)octave ? page : null;
    }

    /// <summary>The page of an octave, or <see langword="null"/>.</summary>
    public static long[]? Find(object?[] sketch, nuint stripe, ulong octave) =>
        FindNear(sketch, stripe, octave) ?? (IsShell(sketch) ? null : SketchPages.Find(Further(sketch, stripe), octave));

    /// <summary>Gives a stripe a page that it does not have; under the family's lock.</summary>
    /// <param name="sketch">The series.</param>
    /// <param name="stripe">The stripe.</param>
    /// <param name="further">How many further pages the stripe has.</param>
    /// <param name="page">The page.</param>
    /// <returns>Whether it is one of the stripe's further pages.</returns>
    public static bool Add(object?[] sketch, nuint stripe, int further, long[] page)
    {
        ref var near = ref sketch[FirstRow + (stripe * RowSize) + ((nuint)OctaveOf(page) & (RowPages - 1))];
        if (near is null)
        {
            Volatile.Write(ref near, page);
            return false;
        }

        Volatile.Write(ref sketch[FirstRow + (stripe * RowSize) + RowPages], SketchPages.With(Further(sketch, stripe), further, page));
        return true;
    }

    /// <summary>The octave of a page.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long OctaveOf(long[] page) => MemoryMarshal.GetArrayDataReference(page);

    /// <summary>
    /// Counts an observation: the extremes first, so that whoever sees it in its bucket knows them, then the bucket, then
    /// the sum. What the sum was is read before, so that the addition runs beside the bucket's interlocked increment.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Observe(object?[] sketch, nuint stripe, long[] page, double value)
    {
        ref var line = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Unsafe.As<double[]>(sketch[Lines]!)), stripe * LineLength);
        if (value < Unsafe.Add(ref line, Minimum) || value > Unsafe.Add(ref line, Maximum))
        {
            Widen(ref line, value);
        }

        var seen = BitConverter.DoubleToInt64Bits(line);
        Interlocked.Increment(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(page), SketchBuckets.Slot(value) + 1));
        AtomicDouble.Add(ref line, seen, value);
    }

    /// <summary>The sum of the observations, in a fixed order of the stripes.</summary>
    public static double ReadSum(object?[] sketch)
    {
        var sum = 0.0;
        if (!IsShell(sketch))
        {
            var lines = Unsafe.As<double[]>(sketch[Lines]!);
            for (var i = 0; i < lines.Length; i += LineLength)
            {
                sum += Volatile.Read(ref lines[i]);
            }
        }

        // Infinities of both signs have no sum, and the formats know no NaN there.
        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }

    /// <summary>The lowest and the highest observation since they were taken last.</summary>
    /// <param name="sketch">The series.</param>
    /// <param name="take">Whether they begin anew.</param>
    public static Extremes ReadExtremes(object?[] sketch, bool take)
    {
        var extremes = Extremes.None;
        if (!IsShell(sketch))
        {
            var lines = Unsafe.As<double[]>(sketch[Lines]!);
            for (var i = 0; i < lines.Length; i += LineLength)
            {
                extremes = extremes.And(take
                    ? new(
                        Interlocked.Exchange(ref lines[i + Minimum], double.PositiveInfinity),
                        Interlocked.Exchange(ref lines[i + Maximum], double.NegativeInfinity))
                    : new(Volatile.Read(ref lines[i + Minimum]), Volatile.Read(ref lines[i + Maximum])));
            }
        }

        return extremes;
    }

    private static long[]?[]? Further(object?[] sketch, nuint stripe) =>
        Unsafe.As<long[]?[]?>(Volatile.Read(ref sketch[FirstRow + (stripe * RowSize) + RowPages]));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Widen(ref double line, double value)
    {
        ref var minimum = ref Unsafe.Add(ref line, Minimum);
        for (var seen = Volatile.Read(ref minimum); value < seen;)
        {
            var found = Interlocked.CompareExchange(ref minimum, value, seen);
            seen = found == seen ? value : found;
        }

        ref var maximum = ref Unsafe.Add(ref line, Maximum);
        for (var seen = Volatile.Read(ref maximum); value > seen;)
        {
            var found = Interlocked.CompareExchange(ref maximum, value, seen);
            seen = found == seen ? value : found;
        }
    }
}
