using TypedMetrics.Cells;
using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class RaiseAndRemoveTests
{
    private const double Target = 5000;
    private const int Rounds = 20_000;

    [Fact]
    public void RaisingBesideARemovalCountsWhollyBeforeOrAfter()
    {
        var counter = new MetricGroupRegistration(new CollectorRegistry(), "Tests").Counter(new MetricDeclaration("c_total")).At(0);
        var wrong = 0;
        var begun = 0;
        var ended = 0;
        var remover = new Thread(() =>
        {
            for (var i = 1; i <= Rounds; i++)
            {
                WaitFor(ref begun, i);
                counter.Remove();
                Volatile.Write(ref ended, i);
            }
        });
        remover.Start();
        OnTheLastStripe(() =>
        {
            for (var i = 1; i <= Rounds; i++)
            {
                counter.Inc(1000);
                Volatile.Write(ref begun, i);
                Thread.SpinWait(i % 64);
                counter.IncTo(Target);
                WaitFor(ref ended, i);
                wrong += counter.Value is 0 or Target ? 0 : 1;
                counter.Remove();
            }
        });
        remover.Join();

        Assert.Equal(0, wrong);
    }

    private static void WaitFor(ref int round, int value)
    {
        for (var spin = 0; Volatile.Read(ref round) < value; spin++)
        {
            if (spin % 10_000 == 9_999)
            {
                Thread.Yield();
            }
        }
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
