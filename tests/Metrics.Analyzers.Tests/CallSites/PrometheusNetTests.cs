using System.Globalization;

namespace TypedMetrics.Analyzers.Tests.CallSites;

/// <summary>Label values, static labels and names given to prometheus-net.</summary>
public class PrometheusNetTests
{
    [Theory]
    [InlineData("""Hits.WithLabels({|MET210:exception.Message|}).Inc();""")]
    [InlineData("""Hits.WithLabels("a", {|MET210:exception.Message|}).Inc();""")]
    [InlineData("""Hits.Labels("a", {|MET210:exception.Message|}).Inc();""")]
    [InlineData("""Hits.WithLabels(new[] { "a", {|MET210:exception.Message|} }).Inc();""")]
    [InlineData("""Hits.WithLabels(["a", {|MET210:exception.Message|}]).Inc();""")]
    [InlineData("""Hits.WithLabels(new[] { "a", {|MET210:exception.Message|} }.AsSpan()).Inc();""")]
    [InlineData("""Hits.WithLabels(new ReadOnlyMemory<string>(new[] { {|MET210:exception.Message|} })).Inc();""")]
    [InlineData("""Hits.WithLabels(new[] { {|MET210:exception.Message|} }.AsMemory()).Inc();""")]
    [InlineData("""var values = new string[2]; values[0] = "a"; values[1] = {|MET210:exception.Message|}; Hits.WithLabels(values).Inc();""")]
    [InlineData("""var values = new[] { {|MET210:exception.Message|} }; Hits.WithLabels(values).Inc();""")]
    [InlineData("""ICollector<ICounter> family = null!; family.WithLabels({|MET210:exception.Message|}).Inc();""")]
    [InlineData("""var one = Hits.WithLabels({|MET210:exception.Message|}, "b"); one.Inc();""")]
    [InlineData("""Managed.WithLease(one => one.Inc(), {|MET210:exception.Message|});""")]
    [InlineData("""Managed.WithLease((state, one) => one.Inc(), exception.Message, {|MET210:exception.Message|});""")]
    [InlineData("""Managed.WithLeaseAsync(one => Task.CompletedTask, {|MET210:exception.Message|});""")]
    [InlineData("""using var lease = Managed.AcquireLease(out var one, "a", {|MET210:exception.Message|});""")]
    [InlineData("""Managed.WithExtendLifetimeOnUse().WithLabels({|MET210:exception.Message|}).Inc();""")]
    public Task ReportsLabelValues(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("""Metrics.DefaultRegistry.SetStaticLabels(new Dictionary<string, string> { ["id"] = {|MET210:exception.Message|} });""")]
    [InlineData("""var labels = new Dictionary<string, string> { { "id", {|MET210:exception.Message|} } }; Metrics.DefaultRegistry.SetStaticLabels(labels);""")]
    [InlineData("""var labels = new Dictionary<string, string>(); labels["id"] = {|MET210:exception.Message|}; Metrics.WithLabels(labels);""")]
    [InlineData("""Metrics.WithCustomRegistry(null!).WithLabels(new Dictionary<string, string> { ["id"] = {|MET210:exception.Message|} });""")]
    [InlineData("""new CounterConfiguration { StaticLabels = new Dictionary<string, string> { ["id"] = {|MET210:exception.Message|} } };""")]
    [InlineData("""var configuration = new CounterConfiguration(); configuration.StaticLabels = new Dictionary<string, string> { ["id"] = {|MET210:exception.Message|} };""")]
    [InlineData("""new CounterConfiguration { StaticLabels = { ["id"] = {|MET210:exception.Message|} } };""")]
    public Task ReportsStaticLabels(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("""Metrics.CreateCounter({|MET210:exception.Message|}, "h");""")]
    [InlineData("""Metrics.WithManagedLifetime(default).CreateCounter({|MET210:exception.Message|}, "h");""")]
    public Task ReportsNamesBuiltAtRunTime(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("""Hits.WithLabels("a", day.ToString(), flag ? "x" : "y").Inc(exception.Message.Length);""")]
    [InlineData("""Hits.WithLabels(exception.GetType().Name).Inc();""")]
    [InlineData("""Hits.RemoveLabelled(exception.Message);""")]
    [InlineData("""Hits.Unlabelled.Inc();""")]
    [InlineData("""var unused = new[] { exception.Message }; Hits.WithLabels("a").Inc();""")]
    [InlineData("""Managed.WithLease((state, one) => one.Inc(state.Length), exception.Message, "a");""")]
    [InlineData("""var labels = new Dictionary<string, string> { ["id"] = exception.Message }; labels.Clear();""")]
    [InlineData("""Metrics.CreateCounter("c", exception.Message);""")]
    [InlineData("""new Query().WithLabels(exception.Message);""")]
    public Task IsSilentOnWhatIsBoundedOrNoLabel(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("""Hits.WithLabels("a", {|MET210:exception.Message|});""", "Label 'endpoint' of 'hits_total' ")]
    [InlineData("""Hits.WithLabels({|MET210:exception.Message|}, "b");""", "Label 'method' of 'hits_total' ")]
    [InlineData("""Configured.WithLabels("a", {|MET210:exception.Message|});""", "Label 'second' of 'configured' ")]
    [InlineData("""Assigned.WithLabels({|MET210:exception.Message|});""", "Label 'cause' of 'assigned' ")]
    [InlineData("""var local = Metrics.CreateCounter("local", "h", ["x", "y"]); local.WithLabels("a", {|MET210:exception.Message|});""", "Label 'y' of 'local' ")]
    [InlineData("""Other.WithLabels("a", {|MET210:exception.Message|});""", "Label 2 of WithLabels on 'Other' ")]
    [InlineData("""Metrics.WithLabels(new Dictionary<string, string> { ["id"] = {|MET210:exception.Message|} });""", "Label 'id' of all series of their metrics ")]
    public async Task NamesTheLabel(string statements, string beginning)
    {
        var found = Assert.Single(await VerifyAsync(statements));
        Assert.StartsWith(beginning, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("(each new value is one more time series, kept for good)", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> VerifyAsync(string marked) => CallSiteTest.VerifyAsync(
        $$"""
        using Prometheus;

        sealed class Query
        {
            public void WithLabels(params string[] labels) { }
        }

        static class Use
        {
            private static readonly Prometheus.Counter Hits = Metrics.CreateCounter("hits_total", "Hits.", "method", "endpoint", "third");
            private static readonly Prometheus.Counter Configured =
                Metrics.CreateCounter("configured", "h", new CounterConfiguration { LabelNames = new[] { "first", "second" } });
            private static readonly Prometheus.Counter Assigned;
            private static readonly IManagedLifetimeMetricHandle<ICounter> Managed =
                Metrics.WithManagedLifetime(TimeSpan.FromMinutes(5)).CreateCounter("managed", "h", ["cause", "effect"]);

            private static Prometheus.Counter Other => throw new InvalidOperationException();

            static Use()
            {
                Assigned = Metrics.CreateCounter("assigned", "h", "cause");
            }

            static void Run(Exception exception, DayOfWeek day, bool flag)
            {
                {{marked}}
            }
        }
        """,
        PrometheusNet.Reference);
}
