using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class RaiseAndRemoveTests
{
    private const double Target = 5000;

    [Fact]
    public void RaisingBesideARemovalCountsWhollyBeforeOrAfter()
    {
        const int Rounds = 30_000;
        var counter = new MetricGroupRegistration(new CollectorRegistry(), "Tests").Counter(new MetricDeclaration("c_total")).At(0);
        using var begin = new Barrier(2);
        using var end = new Barrier(2);
        var remover = new Thread(() =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                begin.SignalAndWait();
                Thread.SpinWait(i % 16);
                counter.Remove();
                end.SignalAndWait();
            }
        });
        remover.Start();
        var wrong = 0;
        for (var i = 0; i < Rounds; i++)
        {
            // On this thread's stripe, which is seldom the first one that a removal takes.
            counter.Inc(1000);
            begin.SignalAndWait();
            Thread.SpinWait(i / 16 % 16);
            counter.IncTo(Target);
            end.SignalAndWait();
            wrong += counter.Value is 0 or Target ? 0 : 1;
            counter.Remove();
        }

        remover.Join();
        Assert.Equal(0, wrong);
    }
}
