namespace TypedMetrics.Benchmarks;

/// <summary>
/// Has the runtime compile for good what is measured. A short run would else measure code in between: a loop that was replaced while it ran,
/// accessors that still count their calls. The first row of a class would pay for all.
/// </summary>
public static class WarmCode
{
    // The runtime compiles anew what has been called thirty times, a tenth of a second after it last met something new.
    private const int Calls = 35;
    private const int Rounds = 3;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs each of the loops as often as it takes.</summary>
    public static void Run(params ReadOnlySpan<Action> loops)
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var loop in loops)
            {
                for (var call = 0; call < Calls; call++)
                {
                    loop();
                }
            }

            Thread.Sleep(Delay);
        }
    }
}
