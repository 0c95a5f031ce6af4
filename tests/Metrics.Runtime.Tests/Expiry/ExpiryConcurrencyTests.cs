using System.Globalization;
using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Cells;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Expiry;

/// <summary>
/// Updates through fresh accessors and kept instruments, scrapes and expiry at once. Periods end as fast as every updating
/// thread makes a step, so that a value expires in the middle of updates, and no thread stands still for a whole rest, which
/// is what the design allows for.
/// </summary>
[Collection(nameof(TestTenant))]
public sealed class ExpiryConcurrencyTests
{
    private const int Updaters = 3;
    private const int Tenants = 40;
    private const int Periods = 300;

    // Each tenant adds multiples of a number of its own, so that a foreign amount in its series shows.
    private static readonly int[] Units = [.. Enumerable.Range(1_000, 4_000).Where(IsPrime).Take(Tenants)];

    private readonly Mortal _mortal = new();
    private readonly int[] _steps = new int[Updaters * 16];
    private volatile int _period;
    private volatile bool _ended;

    [Theory]
    [InlineData(12)]
    [InlineData(5_000)]
    public void CountersLoseNothingAndNeverMixTenants(int maximum)
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", maximum));
        var added = new long[Updaters];
        Run(
            (thread, random) =>
            {
                var kept = new Counter[4];
                var keptTenants = new int[4];
                return () =>
                {
                    // Some instruments are kept for long.
                    var tenant = Present(random);
                    var counter = family.Of("tenant " + tenant);
                    var slot = random.Next(kept.Length);
                    if (random.Next(8) == 0)
                    {
                        (counter, kept[slot]) = (kept[slot], counter);
                        (tenant, keptTenants[slot]) = (keptTenants[slot], tenant);
                    }

                    if (counter != default)
                    {
                        counter.Inc(Units[tenant]);
                        added[thread] += Units[tenant];
                    }
                };
            },
            CheckUnits);

        Assert.Equal(added.Sum(), Total("orders_total") + family.Expired);
        Assert.NotEqual(0, family.Expired);
        CheckUnits();

        void CheckUnits()
        {
            foreach (var sample in _mortal.Registry.Samples("orders_total"))
            {
                if (sample.Split('"')[1].Split(' ') is ["tenant", var number])
                {
                    Assert.Equal(0, (long)Declare.ValueOf(sample) % Units[int.Parse(number, CultureInfo.InvariantCulture)]);
                }
            }
        }
    }

    [Fact]
    public void GaugesAndHistogramsAndStatesNeverMixTenants()
    {
        var group = _mortal.Registry.Group();
        LabelDeclaration[] labels = [Mortal.Label("tenant", 12)];
        var gauge = group.Gauge(new MetricDeclaration("level") { Labels = labels });
        var histogram = group.Histogram(new MetricDeclaration("size") { Labels = labels, Buckets = [1] });
        var observed = new long[Updaters];
        Run(
            (thread, random) => () =>
            {
                var tenant = Present(random);
                gauge.Of("tenant " + tenant).Set(Units[tenant]);
                histogram.Of("tenant " + tenant).Observe(Units[tenant]);
                observed[thread]++;
            },
            () =>
            {
                foreach (var sample in _mortal.Registry.Samples("level").Concat(_mortal.Registry.Samples("size_sum")))
                {
                    if (sample.Split('"')[1].Split(' ') is ["tenant", var number])
                    {
                        Assert.Equal(0, Declare.ValueOf(sample) % Units[int.Parse(number, CultureInfo.InvariantCulture)]);
                    }
                }
            });
        Assert.InRange(Total("size_count"), 1, observed.Sum());
    }

    [Fact]
    public void ValuesOfATypeAreSharedByMetricsThatExpireThem()
    {
        TestTenant.Values = new OpenLabelValues(12, Mortal.Seconds);
        var first = _mortal.Counter("orders_total", LabelDeclaration.Open<TestTenant>("tenant"));
        var second = _mortal.Counter("sales_total", Declare.Open("kind", 2), LabelDeclaration.Open<TestTenant>("tenant"));
        var added = new long[Updaters];
        Run(
            (thread, random) =>
            {
                var kept = default(TestTenant);
                return () =>
                {
                    var tenant = TestTenant.Of("tenant " + Present(random));
                    if (random.Next(16) == 0)
                    {
                        (tenant, kept) = (kept, tenant);
                    }

                    first.Of(tenant).Inc();
                    var generation = MetricFamily.Generation;
                    second.At((second.Intern(0, "a") * second.Labels[1].Size) + second.Seen(1, tenant), generation).Inc();
                    added[thread]++;
                };
            },
            () => { });
        Assert.Equal(added.Sum(), Total("orders_total") + first.Expired);
        Assert.Equal(added.Sum(), Total("sales_total") + second.Expired);
        Assert.NotEqual(0, second.Expired);
    }

    private void Run(Func<int, Random, Action> updater, Action check) => Threads.Run(Updaters + 1, thread =>
    {
        if (thread < Updaters)
        {
            try
            {
                var update = updater(thread, new Random(thread));
                while (!_ended)
                {
                    update();
                    Interlocked.Increment(ref _steps[thread * 16]);
                }
            }
            finally
            {
                Volatile.Write(ref _steps[thread * 16], int.MinValue);
            }
        }
        else
        {
            EndPeriods(check);
        }
    });

    private void EndPeriods(Action check)
    {
        var seen = new int[Updaters];
        try
        {
            for (var period = 0; period < Periods; period++)
            {
                for (var thread = 0; thread < Updaters; thread++)
                {
                    SpinUntilChanged(ref _steps[thread * 16], ref seen[thread]);
                }

                _mortal.Pass(1);
                _period = period;
                if (period % 20 == 0)
                {
                    check();
                }
            }
        }
        finally
        {
            _ended = true;
        }
    }

    // A few tenants at a time, others as time goes by, and now and then one that may expire just now.
    private int Present(Random random)
    {
        var period = _period;
        return period % 4 == 0 && random.Next(30) == 0 ? period * 13 % Tenants : (random.Next(5) + (period / 3)) % Tenants;
    }

    // A thread that has failed has ended, and is not waited for.
    private static void SpinUntilChanged(ref int step, ref int seen)
    {
        var wait = default(SpinWait);
        var now = Volatile.Read(ref step);
        while (now == seen && now >= 0)
        {
            wait.SpinOnce(sleep1Threshold: -1);
            now = Volatile.Read(ref step);
        }

        seen = now;
    }

    private double Total(string name) => _mortal.Registry.Samples(name).Sum(Declare.ValueOf);

    private static bool IsPrime(int number) => Enumerable.Range(2, (int)Math.Sqrt(number)).All(divisor => number % divisor != 0);
}
