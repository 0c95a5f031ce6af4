using TypedMetrics.Runtime.Tests.Cells;

namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class SummaryConcurrencyTests
{
    private const int Updaters = 32;
    private const int Rounds = 10_000;

    private readonly ManualClock _clock = new();
    private readonly CollectorRegistry _registry;
    private int _running = Updaters;

    public SummaryConcurrencyTests() => _registry = new CollectorRegistry { TimeProvider = _clock };

    [Fact]
    public void SumsAreExactWhileScrapesRunWindowsMoveAndOtherSeriesAreRemoved()
    {
        var family = _registry.Summary("size", Declare.Open("tenant", 64));
        var kept = family.At(family.Intern(0, "kept"));
        var other = family.At(family.Intern(0, "churned"));
        var counted = 0L;
        Run(
            updater =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    kept.Observe(Math.ScaleB(1, i % 40));
                    kept.Observe(-0.5);
                    other.Observe(updater);
                }
            },
            () =>
            {
                other.Remove();
                _clock.Advance(TimeSpan.FromSeconds(37));
                _ = _registry.Text();
                _ = _registry.Text(ExpositionFormat.OpenMetrics);

                // Neither goes back, and a quantile is never of nothing that was observed.
                var count = kept.Count;
                Assert.InRange(count, counted, 2L * Updaters * Rounds);
                counted = count;
                var quantile = kept.GetQuantile(0.99);
                Assert.True(double.IsNaN(quantile) || quantile is >= -0.5 and < 1L << 40, $"{quantile:R}");
            });

        Assert.Equal(2L * Updaters * Rounds, kept.Count);
        var expected = Enumerable.Range(0, Rounds).Sum(i => Math.ScaleB(1, i % 40) - 0.5) * Updaters;
        Assert.Equal(expected, kept.Sum, Math.Abs(expected) * 1e-9);
        Assert.InRange(other.Count, 0, (long)Updaters * Rounds);
    }

    [Fact]
    public void QuantilesOfAllThreadsAreThoseOfAllObservations()
    {
        var summary = _registry.Summary("size").At(0);
        Threads.Run(Updaters, updater =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                summary.Observe((i * Updaters) + updater + 1);
            }
        });

        foreach (var quantile in (double[])[0, 0.1, 0.5, 0.9, 0.99, 1])
        {
            var exact = Math.Max(1, Math.Ceiling(quantile * Updaters * Rounds));
            Assert.InRange(summary.GetQuantile(quantile), exact * (1 - (1 / 129.0)), exact * (1 + (1 / 129.0)));
        }
    }

    [Fact]
    public void UpdatesAndRemovalsOfOneSeriesFitTogether()
    {
        var family = _registry.Summary("size", Declare.Open("tenant", 4));
        var summary = family.At(family.Intern(0, "a"));
        Run(
            _ =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    summary.Observe(2);
                    if (i % 100 == 0)
                    {
                        summary.Remove();
                    }
                }
            },
            () => _ = _registry.Text());

        Assert.Equal(2 * summary.Count, summary.Sum);
        summary.Remove();
        Assert.Equal(0, family.SeriesTouched);
        summary.Observe(3);
        Assert.Equal(1, summary.Count);
    }

    private void Run(Action<int> update, Action meanwhile) => Threads.Run(Updaters + 1, ordinal =>
    {
        if (ordinal < Updaters)
        {
            try
            {
                update(ordinal);
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        }
        else
        {
            while (Volatile.Read(ref _running) > 0)
            {
                meanwhile();
            }
        }
    });
}
