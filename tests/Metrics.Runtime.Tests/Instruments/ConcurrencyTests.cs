using System.Collections.Concurrent;
using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Cells;

namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class ConcurrencyTests
{
    private const int Updaters = 32;
    private const int Rounds = 20_000;

    private readonly CollectorRegistry _registry = new();
    private int _running = Updaters;

    [Fact]
    public void SumsAreExactWhileScrapesRunAndOtherSeriesAreRemoved()
    {
        var counters = _registry.Counter("orders_total", Declare.Open("tenant", 64), LabelDeclaration.Range("shard", 0, 1000, nullable: false));
        var histograms = _registry.Histogram("size", [1, 2, 3], Declare.Open("tenant", 64));
        var gauges = _registry.Gauge("level", Declare.Open("tenant", 64));
        RunWithScrapes(
            updater =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    var tenant = counters.Intern(0, $"tenant {i % 10}");
                    var counter = counters.At((tenant * 1002) + (i % 7));
                    counter.Inc();
                    counter.Inc(2L);
                    counter.Inc(0.25);
                    histograms.At(histograms.Intern(0, "kept")).Observe(i % 4);
                    gauges.At(gauges.Intern(0, "kept")).Inc(0.5);
                    gauges.At(gauges.Intern(0, "kept")).Dec(0.25);

                    var churned = $"churned {updater % 4}";
                    counters.At(counters.Intern(0, churned) * 1002).Inc();
                    histograms.At(histograms.Intern(0, churned)).Observe(1);
                    gauges.At(gauges.Intern(0, churned)).Inc();
                }
            },
            () =>
            {
                for (var i = 0; i < 4; i++)
                {
                    counters.At(counters.Intern(0, $"churned {i}") * 1002).Remove();
                    histograms.At(histograms.Intern(0, $"churned {i}")).Remove();
                    gauges.At(gauges.Intern(0, $"churned {i}")).Remove();
                }
            });

        var total = 0.0;
        for (var tenant = 0; tenant < 10; tenant++)
        {
            for (var shard = 0; shard < 7; shard++)
            {
                total += counters.At((counters.Intern(0, $"tenant {tenant}") * 1002) + shard).Value;
            }
        }

        Assert.Equal(Updaters * Rounds * 3.25, total);
        var histogram = histograms.At(histograms.Intern(0, "kept"));
        Assert.Equal(Updaters * Rounds, histogram.Count);
        Assert.Equal(Updaters * Rounds / 4, histogram.GetBuckets()[0].CumulativeCount - (Updaters * Rounds / 4));
        Assert.Equal(Updaters * Rounds * 1.5, histogram.Sum);
        Assert.Equal(Updaters * Rounds * 0.25, gauges.At(gauges.Intern(0, "kept")).Value);
    }

    [Fact]
    public void EachAmountIsEitherTakenByARemovalOrStillThere()
    {
        var counters = _registry.Counter("orders_total", Declare.Open("tenant", 4));
        var index = counters.Intern(0, "a");
        var taken = 0.0;
        RunWithScrapes(
            updater =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    counters.At(index).Inc();
                    counters.At(index).Inc(0.5);
                }
            },
            () =>
            {
                taken += counters.Remove(index);

                // A series is there because something was added to it.
                Assert.NotEqual(0, _registry.GetSampleValue("orders_total", ("tenant", "a")));
            });

        Assert.Equal(Updaters * Rounds * 1.5, taken + counters.At(index).Value);
        Assert.Equal(counters.At(index).Value, _registry.GetSampleValue("orders_total", ("tenant", "a")) ?? 0);
    }

    [Fact]
    public void NothingIsLostWhereRemovedSeriesHaveNoPlaceToComeBackTo()
    {
        var counters = _registry.Group().Counter(new MetricDeclaration("orders_total") { Labels = [Declare.Open("tenant", 100)], MaxSeries = 3 });
        var tenants = Enumerable.Range(0, 7).Select(i => counters.Intern(0, $"tenant {i}")).ToArray();
        var taken = 0.0;
        RunWithScrapes(
            updater =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    counters.At(tenants[i % tenants.Length]).Inc();
                }
            },
            () =>
            {
                foreach (var tenant in tenants)
                {
                    taken += counters.Remove(tenant);
                }
            });

        Assert.Equal(Updaters * Rounds, taken + Enumerable.Range(0, 101).Sum(index => counters.At(index).Value));
        Assert.InRange(counters.SeriesTouched, 1, 4);
        Assert.Equal(counters.SeriesTouched, _registry.Samples("orders_total{").Length);
    }

    [Fact]
    public void UpdatesAndRemovalsOfOneSeriesFitTogether()
    {
        var counters = _registry.Counter("orders_total", Declare.Open("tenant", 4));
        var histograms = _registry.Histogram("size", [1, 2, 3], Declare.Open("tenant", 4));
        var counter = counters.At(counters.Intern(0, "a"));
        var histogram = histograms.At(histograms.Intern(0, "a"));
        RunWithScrapes(
            _ =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    counter.Inc();
                    histogram.Observe(2);
                    if (i % 100 == 0)
                    {
                        counter.Remove();
                        histogram.Remove();
                    }
                }

                // After its last update a series is there, whoever removed it before.
                counter.Inc();
                histogram.Observe(2);
            },
            () =>
            {
                // Whatever is read of a histogram belongs to one life of the series.
                var count = histogram.Count;
                Assert.InRange(count, 0, (long)Updaters * (Rounds + 1));
            });

        Assert.InRange(counter.Value, 1, Updaters * (Rounds + 1));
        Assert.Equal(counter.Value, _registry.GetSampleValue("orders_total", ("tenant", "a")));

        // Sum and count of a series' last life fit together, however many lives it had.
        Assert.Equal(histogram.Count * 2, histogram.Sum);
        Assert.Equal(1, counters.SeriesTouched);
        Assert.Equal(1, histograms.SeriesTouched);

        counter.Remove();
        histogram.Remove();
        Assert.Empty(_registry.Samples("orders_total"));
        Assert.Equal(0, counters.SeriesTouched);
        Assert.Equal(0, histograms.SeriesTouched);
        counter.Inc();
        histogram.Observe(3);
        Assert.Equal(1, counter.Value);
        Assert.Equal(3, histogram.Sum);
    }

    [Fact]
    public void CounterNeverGoesBackBetweenScrapes()
    {
        var counters = _registry.Counter("orders_total", Declare.Open("tenant", 8));
        var last = new ConcurrentDictionary<int, double>();
        RunWithScrapes(
            updater =>
            {
                var random = new Random(updater);
                for (var i = 0; i < Rounds; i++)
                {
                    var counter = counters.At(counters.Intern(0, $"tenant {i % 4}"));
                    counter.Inc(random.NextDouble() * Math.Pow(10, random.Next(-9, 3)));
                    counter.Inc(random.Next(3));
                }
            },
            () =>
            {
                for (var tenant = 0; tenant < 4; tenant++)
                {
                    if (_registry.GetSampleValue("orders_total", ("tenant", $"tenant {tenant}")) is { } value)
                    {
                        Assert.True(value >= last.GetValueOrDefault(tenant), $"{value:R} follows {last.GetValueOrDefault(tenant):R}");
                        last[tenant] = value;
                    }
                }
            });

        Assert.Equal(4, last.Count);
    }

    [Fact]
    public void HistogramNeverGoesBackAndItsCountIsItsLastBucket()
    {
        var histogram = _registry.Histogram("size", [0.25, 0.5, 0.75]).At(0);
        var lastSum = 0.0;
        var lastCounts = new long[4];
        RunWithScrapes(
            updater =>
            {
                var random = new Random(updater);
                for (var i = 0; i < Rounds; i++)
                {
                    histogram.Observe(random.NextDouble());
                }
            },
            () =>
            {
                var samples = _registry.Samples("size_").ToDictionary(line => line.Split(' ')[0], Declare.ValueOf);
                Assert.Equal(samples["size_bucket{le=\"+Inf\"}"], samples["size_count"]);
                Assert.True(samples["size_sum"] >= lastSum);
                lastSum = samples["size_sum"];
                var counts = histogram.GetBuckets().Select(bucket => bucket.CumulativeCount).ToArray();
                Assert.Equal(counts.Order(), counts);
                Assert.All(counts.Zip(lastCounts), pair => Assert.True(pair.First >= pair.Second));
                lastCounts = counts;
            });

        Assert.Equal(Updaters * Rounds, histogram.Count);
    }

    [Fact]
    public void FirstTouchesOfManyThreadsMakeOneSeriesEach()
    {
        var counters = _registry.Counter("orders_total", Declare.Open("tenant", 3000), Declare.Open("kind", 3));
        var gauges = _registry.Gauge("level", Declare.Open("tenant", 3000));
        var histograms = _registry.Histogram("size", [1], Declare.Open("tenant", 300));
        RunWithScrapes(
            _ =>
            {
                for (var i = 0; i < 3000; i++)
                {
                    var tenant = $"tenant {i}";
                    counters.At((counters.Intern(0, tenant) * 4) + counters.Intern(1, "x")).Inc();
                    gauges.At(gauges.Intern(0, tenant)).Inc();
                    histograms.At(histograms.Intern(0, tenant)).Observe(1);
                }
            },
            () => { });

        Assert.Equal(3000, counters.SeriesTouched);
        Assert.Equal(3000, gauges.SeriesTouched);
        Assert.Equal(301, histograms.SeriesTouched);
        var samples = _registry.Samples("orders_total{");
        Assert.Equal(3000, samples.Length);
        Assert.All(samples, sample => Assert.EndsWith($" {Updaters}", sample, StringComparison.Ordinal));
        Assert.All(_registry.Samples("level{"), sample => Assert.EndsWith($" {Updaters}", sample, StringComparison.Ordinal));
        Assert.Equal(Updaters * 2700, _registry.GetSampleValue("size_count", ("tenant", "other")));
        Assert.Equal(
            Updaters * 2700,
            _registry.GetSampleValue("typedmetrics_label_overflow_total", ("metric", "size"), ("label", "tenant")));
    }

    [Fact]
    public void MaximumOfSeriesIsKeptToByManyThreadsAndNothingIsLost()
    {
        var group = _registry.Group();
        var counters = group.Counter(new MetricDeclaration("orders_total") { Labels = [Declare.Open("tenant", 5000)], MaxSeries = 50 });
        var gauges = group.Gauge(new MetricDeclaration("level") { Labels = [Declare.Open("tenant", 5000)], MaxSeries = 50 });
        var histograms = group.Histogram(new MetricDeclaration("size") { Labels = [Declare.Open("tenant", 5000)], MaxSeries = 50 });
        RunWithScrapes(
            _ =>
            {
                for (var i = 0; i < 500; i++)
                {
                    var tenant = counters.Intern(0, $"tenant {i}");
                    counters.At(tenant).Inc();
                    counters.At(tenant).Inc(0.5);
                    gauges.At(gauges.Intern(0, $"tenant {i}")).Inc();
                    histograms.At(histograms.Intern(0, $"tenant {i}")).Observe(1);
                }
            },
            () => { });

        Assert.Equal(51, _registry.Samples("orders_total{").Length);
        Assert.Equal(51, _registry.Samples("level{").Length);
        Assert.Equal(51, _registry.Samples("size_count{").Length);
        Assert.Equal(Updaters * 750, Sum("orders_total{"));
        Assert.Equal(Updaters * 500, Sum("level{"));
        Assert.Equal(Updaters * 500, Sum("size_count{"));
        Assert.Equal(Updaters * 450, _registry.GetSampleValue("level", ("tenant", "other")));
        Assert.Equal(Updaters * 450, _registry.GetSampleValue("typedmetrics_series_overflow_total", ("metric", "size")));
        Assert.Equal(Updaters * 900, _registry.GetSampleValue("typedmetrics_series_overflow_total", ("metric", "orders_total")));

        double Sum(string metric) => _registry.Samples(metric).Sum(Declare.ValueOf);
    }

    // Updaters on so many threads; a scraper and another action go on until they have ended.
    [Fact]
    public void EachScrapeShowsTheStatesOfOneMoment()
    {
        var family = _registry.Breaker("breaker_state", Declare.Open("tenant", 8));
        var kept = family.At<BreakerState>(family.Intern(0, "kept"));
        var removed = family.At<BreakerState>(family.Intern(0, "removed"));
        BreakerState[] states = [BreakerState.Closed, BreakerState.Open, BreakerState.HalfOpen];
        kept.Set(states[0]);
        var shown = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        RunWithScrapes(
            updater =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    kept.Set(states[(updater + i) % states.Length]);
                    removed.Set(states[i % states.Length]);
                    Assert.NotNull(kept.Current);
                }
            },
            () =>
            {
                removed.Remove();
                foreach (var series in _registry.Samples("breaker_state{").GroupBy(sample => sample.Split(',')[0], StringComparer.Ordinal))
                {
                    Assert.Equal(3, series.Count());
                    var current = Assert.Single(series, sample => Declare.ValueOf(sample) == 1);
                    shown.AddOrUpdate(current, 1, (_, times) => times + 1);
                }
            });

        Assert.NotEmpty(shown);
        Assert.InRange(family.SeriesTouched, 1, 2);
        Assert.Equal(family.SeriesTouched * 3, _registry.Samples("breaker_state{").Length);
    }

    [Fact]
    public void StatesThatAreSetOneByOneAreAllThere()
    {
        string[] names = [.. Enumerable.Range(0, Updaters).Select(state => $"s{state}")];
        var family = _registry.Group().StateSet(new MetricDeclaration("parts_up") { States = names });
        RunWithScrapes(
            updater =>
            {
                for (var i = 0; i <= Rounds; i++)
                {
                    family.At<DayOfWeek>(0).Set((DayOfWeek)updater, i % 2 == 0);
                    Assert.Equal(i % 2 == 0, family.At<DayOfWeek>(0).IsSet((DayOfWeek)updater));
                }
            },
            () => Assert.Equal(Updaters, _registry.Samples("parts_up{").Length));
        Assert.All(_registry.Samples("parts_up{"), sample => Assert.Equal(1, Declare.ValueOf(sample)));
    }

    [Fact]
    public void EachScrapeShowsOneCombinationOfAnInfo()
    {
        var family = _registry.Info("build_info", Declare.Open("version", 50));
        int[] versions = [.. Enumerable.Range(0, 50).Select(version => family.Intern(0, $"{version}"))];
        family.At(versions[0]).Set();
        RunWithScrapes(
            updater =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    family.At(versions[(updater + i) % versions.Length]).Set();
                }
            },
            () => Assert.Single(_registry.Samples("build_info{")));
        Assert.Single(versions, version => family.At(version).IsSet);
    }

    private void RunWithScrapes(Action<int> update, Action beside) => Threads.Run(Updaters + 2, thread =>
    {
        if (thread < Updaters)
        {
            try
            {
                update(thread);
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }

            return;
        }

        do
        {
            if (thread == Updaters)
            {
                _ = _registry.Text();
            }
            else
            {
                beside();
            }
        }
        while (Volatile.Read(ref _running) > 0);
    });
}
