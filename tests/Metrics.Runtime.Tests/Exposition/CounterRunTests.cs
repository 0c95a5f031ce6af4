using System.Globalization;
using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Exposition;

/// <summary>Series of a counter are written in runs where they can be, and look as if each had been written alone.</summary>
public sealed class CounterRunTests
{
    private const int Shards = 90;
    private const int Steps = 40;

    private readonly CollectorRegistry _registry = new() { SelfMetrics = false };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EverySeriesIsWrittenOnceInOrder(bool isLarge)
    {
        // A large index space is a hash table. The last label has an empty value, and a fraction or a removal ends a run.
        var family = _registry.Counter(
            "jobs_total",
            Declare.Open("tenant", isLarge ? 1_000 : 2),
            LabelDeclaration.Range("shard", 1, Shards, nullable: true));
        var size = family.Labels[1].Size;
        var expected = new Dictionary<int, string>();
        var indexes = Enumerable.Range(0, 2 * size).ToArray();
        new Random(7).Shuffle(indexes);
        foreach (var index in indexes)
        {
            var tenant = family.Intern(0, index < size ? "a" : "b");
            var counter = family.At((tenant * size) + (index % size));
            var amount = index % 11 == 0 ? index + 0.5 : index * 37L % 20_011;
            counter.Inc(amount);
            if (index % 13 == 0)
            {
                counter.Remove();
            }
            else
            {
                expected[(tenant * size) + (index % size)] = string.Create(
                    CultureInfo.InvariantCulture, $"jobs_total{{tenant=\"{(index < size ? "a" : "b")}\"{Shard(index % size)}}} {amount}");
            }
        }

        Assert.Equal(expected.OrderBy(pair => pair.Key).Select(pair => pair.Value), _registry.Samples("jobs_total"));
    }

    [Fact]
    public void PausesNeitherLoseNorRepeatASeries()
    {
        var family = _registry.Counter("steps_total", LabelDeclaration.Range("step", 1, 1_000 * Steps, nullable: false));
        var label = new string('x', 50);
        var named = _registry.Counter("named_total", Declare.Closed("name", label), LabelDeclaration.Range("step", 1, 100 * Steps, nullable: false));
        for (var i = 0; i < 100 * Steps; i++)
        {
            family.At(i * 10).Inc(i);
            named.At(i).Inc(i);
        }

        // Far more than what is written between two pauses.
        Assert.Equal(Enumerable.Range(0, 100 * Steps).Select(i => $"steps_total{{step=\"{(i * 10) + 1}\"}} {i}"), _registry.Samples("steps_total"));
        Assert.Equal(
            Enumerable.Range(0, 100 * Steps).Select(i => $"named_total{{name=\"{label}\",step=\"{i + 1}\"}} {i}"), _registry.Samples("named_total"));
    }

    private static string Shard(int value) => value < Shards ? $",shard=\"{value + 1}\"" : value == Shards ? ",shard=\"other\"" : "";
}
