using TypedMetrics.Cells;
using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class RaiseAndRemoveTests
{
    private const int Rounds = 50_000;

    private readonly CollectorRegistry _registry = new() { SelfMetrics = false };

    [Fact]
    public void RaisingBesideRemovalsCountsWhollyBeforeOrAfter()
    {
        var counter = new MetricGroupRegistration(_registry, "Tests").Counter(new MetricDeclaration("c_total")).At(0);
        var wrong = 0;
        var hasEnded = false;
        var remover = new Thread(() =>
        {
            while (!Volatile.Read(ref hasEnded))
            {
                counter.Remove();
            }
        });
        remover.Start();
        OnTheLastStripe(() =>
        {
            for (var i = 1; i <= Rounds; i++)
            {
                var target = 5000.0 * i;
                counter.Inc(1000);
                counter.IncTo(target);
                wrong += (_registry.GetSampleValue("c_total") ?? target) == target ? 0 : 1;
            }
        });
        Volatile.Write(ref hasEnded, true);
        remover.Join();

        Assert.Equal(0, wrong);
    }

    // A removal takes the stripes in order: what lies on the last one stays longest.
    private static void OnTheLastStripe(Action action)
    {
        var hasRun = false;
        var threads = new List<Thread>();
        using var done = new ManualResetEventSlim();
        while (!hasRun && threads.Count < 100)
        {
            using var asked = new ManualResetEventSlim();
            var thread = new Thread(() =>
            {
                var isLast = Stripes.Current() == (nuint)Stripes.Count - 1;
                hasRun = isLast;
                asked.Set();
                if (isLast)
                {
                    action();
                }
                else
                {
                    // Its stack stays, so that the next thread gets another.
                    done.Wait();
                }
            });
            threads.Add(thread);
            thread.Start();
            asked.Wait();
        }

        threads[^1].Join(hasRun ? Timeout.Infinite : 0);
        done.Set();
        threads.ForEach(thread => thread.Join());
        Assert.True(hasRun);
    }
}
