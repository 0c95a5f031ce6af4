using TypedMetrics.Runtime.Tests.Server;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class CollectorProblemTests
{
    [Fact]
    public void ErrorWhoseMessageDiffersEachTimeIsOneCause()
    {
        var scrapes = 0;
        var registry = TestCollector.Registry(_ => throw (scrapes++ < 5
            ? new TimeoutException($"no answer after {scrapes} ms")
            : new InvalidOperationException("gone")));

        for (var i = 0; i < 10; i++)
        {
            _ = registry.FamiliesForScrape(CancellationToken.None);
        }

        Assert.Equal([typeof(TimeoutException), typeof(InvalidOperationException)], registry.Problems.Select(problem => problem.Exception!.GetType()));
        Assert.Contains("no answer after 1 ms", registry.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ScrapeOfManyCollectedFamiliesIsNotQuadratic()
    {
        const int Count = 1000;
        var names = Enumerable.Range(0, Count).Select(i => $"family_{i}").ToArray();
        var registry = TestCollector.Registry(sink => Array.ForEach(names, name => sink.Family(MetricType.Gauge, name)));
        Assert.Equal(Count, registry.FamiliesForScrape(CancellationToken.None).Count);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = registry.FamiliesForScrape(CancellationToken.None);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Count * 4000);
    }
}
