using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Registry;

public sealed class ClashTests
{
    private readonly CollectorRegistry _registry = new();

    [Theory]
    [InlineData("h:size", "c:size_count")]
    [InlineData("c:size_count", "h:size")]
    [InlineData("h:size", "g:size_sum")]
    [InlineData("h:size", "g:size_bucket")]
    [InlineData("h:size", "g:size_created")]
    [InlineData("c:orders_total", "g:orders")]
    [InlineData("g:orders", "c:orders_total")]
    [InlineData("c:orders_total", "g:orders_created")]
    [InlineData("g:orders_total", "c:orders")]
    [InlineData("h:orders", "c:orders")]
    public void FamiliesThatCouldExposeOneNameAreRefusedAndReported(string first, string second)
    {
        Register(first);
        Assert.Empty(_registry.Problems);
        Register(second);
        var problem = Assert.Single(_registry.Problems);
        Assert.Contains("clashes", problem.Message, StringComparison.Ordinal);
        Assert.Contains("is not exposed", problem.Message, StringComparison.Ordinal);
        Assert.Single(_registry.Text().Split('\n'), line => line.StartsWith("# TYPE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("g:size_count", "g:size_sum")]
    [InlineData("c:size_total", "h:sizes")]
    [InlineData("g:a_bucket", "c:a")]
    public void FamiliesThatDoNotMeetAreBothExposed(string first, string second)
    {
        Register(first);
        Register(second);
        Assert.Empty(_registry.Problems);
    }

    [Fact]
    public void NameIsFreeAgainWhenItsOwnerHasGone()
    {
        var group = _registry.Group();
        group.Histogram(new MetricDeclaration("size"));
        group.Dispose();
        Register("c:size_count");
        Assert.Empty(_registry.Problems);
        Assert.Equal(1, _registry.GetSampleValue("size_count_total"));
    }

    [Theory]
    [InlineData("typedmetrics_series")]
    [InlineData("typedmetrics_invalid_updates_total")]
    [InlineData("typedmetrics_collector_errors")]
    public void NamesOfTheSelfMetricsAreTaken(string name)
    {
        var gauge = _registry.Gauge(name).At(0);
        gauge.Set(5);
        Assert.Equal(5, gauge.Value);
        Assert.Single(_registry.Problems);
        Assert.Empty(_registry.Text());
    }

    [Fact]
    public void SameProblemIsReportedOnce()
    {
        var reported = new List<MetricsProblem>();
        _registry.ProblemReported += reported.Add;
        Register("h:size");
        Register("g:size_sum");
        Register("g:size_sum");
        Register("g:size_count");
        Assert.Equal(2, _registry.Problems.Count);
        Assert.Equal(_registry.Problems, reported);
    }

    private void Register(string metric)
    {
        var declaration = new MetricDeclaration(metric[2..]);
        var group = _registry.Group();
        switch (metric[0])
        {
            case 'c':
                group.Counter(declaration).At(0).Inc();
                break;
            case 'g':
                group.Gauge(declaration).At(0).Inc();
                break;
            default:
                group.Histogram(declaration).At(0).Observe(1);
                break;
        }
    }
}
