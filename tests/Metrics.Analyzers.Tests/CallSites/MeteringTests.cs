using System.Globalization;

namespace TypedMetrics.Analyzers.Tests.CallSites;

/// <summary>Tags given to the instruments that Microsoft's metering generator makes.</summary>
public class MeteringTests
{
    private const string Declarations = """
        using Microsoft.Extensions.Diagnostics.Metrics;

        public class Parent
        {
            public object? Tenant { get; set; }
        }

        public class Tags : Parent
        {
            public Tags() { }
            public Tags(string route) => Route = route;
            [TagName("http.route")]
            public string? Route { get; set; }
            public DayOfWeek Day { get; set; }
            public Inner? Inner { get; set; }
            public static object? Shared { get; set; }
        }

        public class Inner
        {
            public object? Deep { get; set; }
            public Inner? Again { get; set; }
        }

        public record struct Pair(string Left, object Right);

        static partial class Instruments
        {
            [Counter("route", "tenant")]
            public static Hits CreateHits(Meter meter) => new();
            [Counter<int>("size", Name = "sizes_total")]
            public static Sizes CreateSizes(Meter meter) => new();
            [Histogram(typeof(Tags))]
            public static Latency CreateLatency(Meter meter) => new();
            [Gauge(typeof(Pair))]
            public static Level CreateLevel(Meter meter) => new();
        }

        sealed class Hits { public void Add(long value, object? route, object? tenant) { } }
        sealed class Sizes { public void Add(int value, object? size) { } }
        sealed class Latency { public void Record(long value, Tags tags) { } }
        sealed class Level { public void Record(long value, Pair tags) { } }
        sealed class Unrelated { public void Add(long value, object? route) { } public void Record(long value, Tags tags) { } }

        """;

    [Theory]
    [InlineData("""hits.Add(1, {|MET210:id|}, "a");""")]
    [InlineData("""hits.Add(id.GetHashCode(), tenant: {|MET210:id|}, route: "a");""")]
    [InlineData("""Instruments.CreateSizes(null!).Add(1, {|MET210:id|});""")]
    [InlineData("""latency.Record(1, new Tags { Route = {|MET210:id.ToString()|}, Day = day });""")]
    [InlineData("""latency.Record(1, new Tags({|MET210:id.ToString()|}));""")]
    [InlineData("""latency.Record(1, new() { Tenant = {|MET210:id|} });""")]
    [InlineData("""var tags = new Tags(); tags.Route = {|MET210:id.ToString()|}; latency.Record(1, tags);""")]
    [InlineData("""var tags = new Tags { Route = {|MET210:id.ToString()|} }; var copy = tags; latency.Record(1, copy);""")]
    [InlineData("""latency.Record(1, new Tags { Inner = new Inner { Deep = {|MET210:id|} } });""")]
    [InlineData("""var inner = new Inner(); inner.Deep = {|MET210:id|}; latency.Record(1, new Tags { Inner = inner });""")]
    [InlineData("""level.Record(1, new Pair("a", {|MET210:id|}));""")]
    [InlineData("""level.Record(1, new() { Left = {|MET210:exception.Message|}, Right = "b" });""")]
    public Task ReportsTags(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("""hits.Add(id.GetHashCode(), "a", day);""")]
    [InlineData("""latency.Record(Environment.TickCount64, new Tags { Route = "a", Day = day });""")]
    [InlineData("""var other = new Tags { Route = id.ToString() }; latency.Record(1, new Tags { Day = day });""")]
    [InlineData("""Tags.Shared = id; latency.Record(1, new Tags());""")]
    [InlineData("""new Unrelated().Add(1, id); new Unrelated().Record(1, new Tags { Route = id.ToString() });""")]
    [InlineData("""new Tags { Route = id.ToString() }.ToString();""")]
    public Task IsSilentOnOtherTypesAndObjects(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("""hits.Add(1, "a", {|MET210:id|});""", "Label 'tenant' of 'Hits' ")]
    [InlineData("""Instruments.CreateSizes(null!).Add(1, {|MET210:id|});""", "Label 'size' of 'sizes_total' ")]
    [InlineData("""latency.Record(1, new Tags { Route = {|MET210:id.ToString()|} });""", "Label 'http.route' of 'Latency' ")]
    public async Task NamesTheTag(string statements, string beginning)
    {
        var found = Assert.Single(await VerifyAsync(statements));
        Assert.StartsWith(beginning, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> VerifyAsync(string marked) => CallSiteTest.VerifyAsync(
        $$"""
        {{Declarations}}
        static class Use
        {
            static void Run(Hits hits, Latency latency, Level level, Guid id, Exception exception, DayOfWeek day)
            {
                {{marked}}
            }
        }
        """,
        Metering.Reference);
}
