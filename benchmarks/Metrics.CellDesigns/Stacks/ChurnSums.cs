using TypedMetrics.CellDesigns.Designs;

namespace TypedMetrics.CellDesigns.Stacks;

/// <summary>Whether the designs count everything while threads come and go and flows move from thread to thread.</summary>
internal static class ChurnSums
{
    private const int Rounds = 300;
    private const int Threads = 8;
    private const int UpdatesEach = 2_000;

    public static bool Write()
    {
        var exact = true;
        foreach (var design in Design.Whole)
        {
            var before = design.Read();
            for (var round = 0; round < Rounds; round++)
            {
                var number = round;
                StackScenarios.Together(Threads, number % 4 * 128 * 1024, () => Update(design, UpdatesEach));
            }

            Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(() => Flow(design)))).GetAwaiter().GetResult();
            var missing = before + (Threads * UpdatesEach * (Rounds + 1.0)) - design.Read();
            exact &= missing == 0;
            Console.WriteLine($"{design.Name}: {missing} updates missing of {Threads * UpdatesEach * (Rounds + 1):N0}");
            exact &= design != Design.PerThread || Fold(before + (Threads * UpdatesEach * (Rounds + 1.0)));
        }

        return exact;
    }

    // Whether the sum stays what it is when the cells of ended threads are folded.
    private static bool Fold(double sum)
    {
        var unfolded = ThreadCells.Threads;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Console.WriteLine($"    {unfolded} threads have cells, and after a collection {ThreadCells.Threads}");
        return Design.PerThread.Read() == sum;
    }

    private static async Task Flow(Design design)
    {
        for (var i = 0; i < UpdatesEach; i += 20)
        {
            Update(design, 20);
            await Task.Yield();
        }
    }

    private static unsafe void Update(Design design, int count)
    {
        for (var i = 0; i < count; i++)
        {
            design.Update(i & 3, (i >> 2) & 3, (i >> 4) & 3);
        }
    }
}
