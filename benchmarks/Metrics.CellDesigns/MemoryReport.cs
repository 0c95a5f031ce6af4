using System.Globalization;
using TypedMetrics.CellDesigns.Designs;

namespace TypedMetrics.CellDesigns;

/// <summary>What the cells of 10,000 series take: computed, and what the collector says once they are allocated.</summary>
internal static class MemoryReport
{
    private const int Series = 10_000;
    private const int Threads = 24;

    public static void Write()
    {
        Console.WriteLine($"{Lines.Stripes} stripes\n\n| cells of 10,000 series | bytes a series, computed | measured |\n| --- | --- | --- |");
        Write("one interlocked cell", OneCell.Bytes);
        Write("the same with fractions", static series => 2 * OneCell.Bytes(series));
        Write("stripes, 8 bytes", static series => FractionsElsewhere.Bytes(series, fractions: false));
        Write("stripes, 8 bytes and fractions elsewhere", static series => FractionsElsewhere.Bytes(series, fractions: true));
        Write("stripes, 16 bytes", static series => WholeAndFraction.Bytes(series, fractions: true));
        Write("stripes themselves, never contended", AdderCells.Bytes);
        Write("stripes themselves, each contended once", [AdderCells.Bytes(Series), .. Enumerable.Repeat(AdderCells.BytesOfStripes, Series)]);
        Write("cells of each of 2 threads", [.. Enumerable.Repeat(ThreadCells.Bytes(Series), 2)]);
        Write($"cells of each of {Threads} threads", [.. Enumerable.Repeat(ThreadCells.Bytes(Series), Threads)]);
    }

    private static void Write(string name, Func<int, int> bytes) => Write(name, [bytes(Series)]);

    private static void Write(string name, int[] blocks)
    {
        var kept = new long[blocks.Length][];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < blocks.Length; i++)
        {
            kept[i] = Lines.Allocate(blocks[i]);
        }

        var measured = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(kept);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {blocks.Sum(static block => (double)block) / Series:0.#} | {(double)measured / Series:0.#} |"));
    }
}
