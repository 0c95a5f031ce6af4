namespace TypedMetrics.Runtime.Tests.Instruments;

/// <summary>Ten million observations of each kind against their exact quantiles, within the error that is promised.</summary>
public sealed class SummaryAccuracyTests
{
    private const int Count = 10_000_000;
    private const double Error = 1 / 129.0;
    private static readonly double[] Quantiles = [0, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999, 1];

    private const long Step = 6_180_339_887;

    /// <summary>
    /// Where each value is a rising function of its rank, and the ranks come in an order that looks like chance, the exact
    /// quantiles need no sorting.
    /// </summary>
    private static readonly Dictionary<string, (Func<long, double> OfRank, Func<long, long> RankAt)> Kinds = new(StringComparer.Ordinal)
    {
        ["Pareto"] = (rank => Math.Pow(1 - Share(rank), -1 / 1.5), Shuffled),
        ["sorted"] = (rank => rank * 1e-6, i => i),
        ["reversed"] = (rank => rank * 1e-6, i => Count - 1 - i),
        ["constant"] = (_ => 0.1, i => i),
        ["bimodal"] = (rank => rank < Count / 10 * 7 ? 0.001 + (rank * 1e-11) : 5 + Share(rank), Shuffled),
        ["both signs"] = (rank => Math.Log(Share(rank) / (1 - Share(rank))), Shuffled),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void QuantilesAreWithinThePromisedError(string kind)
    {
        var (ofRank, rankAt) = Kinds[kind];
        var summary = Summary();
        for (var i = 0L; i < Count; i++)
        {
            summary.Observe(ofRank(rankAt(i)));
        }

        Check(summary, ofRank);
    }

    [Fact]
    public void QuantilesOfALogNormalDistributionAreWithinThePromisedError()
    {
        var random = new Random(4711);
        var summary = Summary();
        var values = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            values[i] = Math.Exp(2 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
            summary.Observe(values[i]);
        }

        Array.Sort(values);
        Check(summary, rank => values[rank]);
    }

    private static Summary Summary() => new CollectorRegistry { TimeProvider = new ManualClock() }.Summary("a").At(0);

    private static void Check(Summary summary, Func<long, double> exactOfRank)
    {
        Assert.Equal(Count, summary.Count);
        foreach (var quantile in Quantiles)
        {
            var exact = exactOfRank(Math.Max(0, (long)Math.Round(quantile * Count) - 1));
            var actual = summary.GetQuantile(quantile);
            Assert.InRange(actual, exact - (Math.Abs(exact) * Error), exact + (Math.Abs(exact) * Error));
            Assert.InRange(actual, exactOfRank(0), exactOfRank(Count - 1));
        }
    }

    private static double Share(long rank) => (rank + 0.5) / Count;

    private static long Shuffled(long i) => i * Step % Count;
}
