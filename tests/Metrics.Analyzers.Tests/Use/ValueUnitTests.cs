using System.Globalization;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Use;

namespace TypedMetrics.Analyzers.Tests.Use;

/// <summary>MET304</summary>
public class ValueUnitTests
{
    private const string Parameters =
        "Stopwatch watch, Stopwatch? maybe, TimeSpan span, TimeSpan? optional, DateTime begin, DateTimeOffset at, long start, double value, bool flag, "
            + "Process process, FileInfo file, Stream stream, byte[] bytes, string text, Histogram given";

    [Theory]
    [InlineData("{|MET304:watch.ElapsedMilliseconds|}")]
    [InlineData("{|MET304:watch.Elapsed.TotalMilliseconds|}")]
    [InlineData("{|MET304:span.TotalMinutes|}")]
    [InlineData("{|MET304:span.Ticks|}")]
    [InlineData("{|MET304:span.Milliseconds|}")]
    [InlineData("{|MET304:(DateTime.UtcNow - begin).TotalHours|}")]
    [InlineData("{|MET304:watch.ElapsedTicks|}")]
    [InlineData("{|MET304:Stopwatch.GetTimestamp() - start|}")]
    [InlineData("{|MET304:Environment.TickCount64 - start|}")]
    [InlineData("{|MET304:at.ToUnixTimeMilliseconds()|}")]
    [InlineData("{|MET304:DateTime.UtcNow.Ticks - begin.Ticks|}")]
    [InlineData("{|MET304:(double)watch.ElapsedMilliseconds|}")]
    [InlineData("{|MET304:Math.Round(span.TotalMilliseconds, 2)|}")]
    [InlineData("{|MET304:Convert.ToDouble(watch.ElapsedMilliseconds)|}")]
    [InlineData("{|MET304:span.TotalSeconds * 1000|}")]
    [InlineData("{|MET304:span.TotalMilliseconds * 1000|}")]
    [InlineData("{|MET304:span.Ticks / TimeSpan.TicksPerMillisecond|}")]
    [InlineData("{|MET304:span.Ticks / 10_000.0|}")]
    [InlineData("flag ? {|MET304:span.TotalMilliseconds|} : span.TotalSeconds")]
    [InlineData("{|MET304:maybe?.ElapsedMilliseconds|} ?? 0")]
    [InlineData("{|MET304:optional!.Value.TotalMilliseconds|}")]
    [InlineData("{|MET304:stream.Length|}")]
    public async Task ReportsWhatIsNotInSeconds(string value) => await VerifyAsync($"ShopMetrics.Wait.Observe({value});");

    [Theory]
    [InlineData("var elapsedMs = watch.ElapsedMilliseconds; ShopMetrics.Wait.Observe({|MET304:elapsedMs|});")]
    [InlineData("double elapsed = 0; if (flag) { elapsed = span.TotalMilliseconds; } ShopMetrics.Wait.Observe({|MET304:elapsed|});")]
    [InlineData("var ticks = Environment.TickCount64; var elapsed = Environment.TickCount64 - ticks; ShopMetrics.Wait.Observe({|MET304:elapsed|});")]
    [InlineData("ShopMetrics.LastRun(Endpoint.Cart).Set({|MET304:at.ToUnixTimeMilliseconds()|});")]
    [InlineData("ShopMetrics.Busy.Inc({|MET304:watch.ElapsedMilliseconds|});")]
    [InlineData("ShopMetrics.Busy.IncTo({|MET304:process.TotalProcessorTime.TotalMilliseconds|});")]
    [InlineData("var wait = ShopMetrics.Wait; wait.Observe({|MET304:watch.ElapsedMilliseconds|});")]
    [InlineData("Kept.Observe({|MET304:watch.ElapsedMilliseconds|}); Own.Observe({|MET304:watch.ElapsedMilliseconds|});")]
    [InlineData("ShopMetrics.Payload.Observe({|MET304:stream.Length / 1024|});")]
    [InlineData("ShopMetrics.Payload.Observe({|MET304:process.WorkingSet64 / (1024.0 * 1024)|});")]
    [InlineData("ShopMetrics.Payload.Observe({|MET304:GC.GetTotalMemory(false) / 1024|});")]
    [InlineData("ShopMetrics.Payload.Observe({|MET304:span.TotalSeconds|});")]
    public async Task FollowsLocalsAndEachVerb(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("span.TotalSeconds")]
    [InlineData("span")]
    [InlineData("watch.Elapsed")]
    [InlineData("watch.ElapsedMilliseconds / 1000.0")]
    [InlineData("watch.ElapsedMilliseconds / 1000")]
    [InlineData("watch.ElapsedMilliseconds * 0.001")]
    [InlineData("watch.ElapsedMilliseconds * 1e-3")]
    [InlineData("1e-3 * span.TotalMilliseconds")]
    [InlineData("span.TotalMinutes * 60")]
    [InlineData("span.Minutes * 60 + span.Seconds")]
    [InlineData("span.Ticks / (double)TimeSpan.TicksPerSecond")]
    [InlineData("(double)(Stopwatch.GetTimestamp() - start) / Stopwatch.Frequency")]
    [InlineData("(double)watch.ElapsedTicks / Stopwatch.Frequency")]
    [InlineData("(Environment.TickCount64 - start) / 1000.0")]
    [InlineData("span.TotalSeconds / 10")]
    [InlineData("span.TotalSeconds / 60")]
    [InlineData("watch.ElapsedMilliseconds / 60")]
    [InlineData("watch.ElapsedMilliseconds / value")]
    [InlineData("at.ToUnixTimeSeconds()")]
    [InlineData("Stopwatch.GetElapsedTime(start).TotalSeconds")]
    [InlineData("span.TotalMilliseconds > 5 ? 1 : 0")]
    [InlineData("value")]
    [InlineData("start")]
    [InlineData("bytes.Length")]
    [InlineData("span.TotalMilliseconds % 60")]
    public async Task AcceptsSecondsAndWhatCannotBeTold(string value) => await VerifyAsync($"ShopMetrics.Wait.Observe({value});");

    [Theory]
    [InlineData("var elapsedMs = value; ShopMetrics.Wait.Observe(elapsedMs);")]
    [InlineData("double elapsed = watch.ElapsedMilliseconds; elapsed /= 1000; ShopMetrics.Wait.Observe(elapsed);")]
    [InlineData("double elapsed = watch.ElapsedMilliseconds; if (flag) { elapsed = value; } ShopMetrics.Wait.Observe(elapsed);")]
    [InlineData("var elapsed = watch.ElapsedMilliseconds / 1000.0; ShopMetrics.Wait.Observe(elapsed);")]
    [InlineData("ShopMetrics.Points.Observe(watch.ElapsedMilliseconds);")]
    [InlineData("ShopMetrics.Open.Set(watch.ElapsedMilliseconds);")]
    [InlineData("ShopMetrics.Payload.Observe(bytes.Length); ShopMetrics.Payload.Observe(text.Length); ShopMetrics.Payload.Observe(stream.Length);")]
    [InlineData("ShopMetrics.Payload.Observe(file.Length); ShopMetrics.Payload.Observe(bytes.Length / 1024);")]
    [InlineData("ShopMetrics.Payload.Observe(stream.Length / 10); ShopMetrics.Sent.Inc(stream.Length - start);")]
    [InlineData("given.Observe(watch.ElapsedMilliseconds);")]
    [InlineData("Console.WriteLine(watch.ElapsedMilliseconds);")]
    [InlineData("new Other().Observe(watch.ElapsedMilliseconds);")]
    public async Task IsSilentWhereNothingIsCertain(string statements) => await VerifyAsync(statements);

    [Fact]
    public async Task GoesByAStatedUnit() => await new AnalyzerTest().With(
        """
        [MetricGroup(Prefix = "shop_")]
        static partial class M
        {
            [Histogram("run_milliseconds", Unit = "milliseconds")] public static partial Histogram Run { get; }
            [Histogram("walk_seconds", Unit = "")] public static partial Histogram Walk { get; }

            static void Use(TimeSpan span)
            {
                Run.Observe(span.TotalMilliseconds);
                Run.Observe({|MET304:span.TotalSeconds|});
                Walk.Observe(span.TotalMilliseconds);
            }
        }
        """).VerifyAsync(new ValueUnitAnalyzer());

    [Theory]
    [InlineData("ShopMetrics.Wait.Observe({|MET304:span.TotalMilliseconds|});", "'wait_seconds' is in seconds, and this value is in milliseconds: pass a TimeSpan or its TotalSeconds")]
    [InlineData("ShopMetrics.Wait.Observe({|MET304:watch.ElapsedTicks|});", "'wait_seconds' is in seconds, and this value is in a stopwatch's ticks: pass a TimeSpan or its TotalSeconds")]
    [InlineData("ShopMetrics.Sent.Inc({|MET304:stream.Length / 1024|});", "'sent_bytes_total' is in bytes, and this value is in kibibytes: multiply it by 1024")]
    [InlineData("ShopMetrics.Wait.Observe({|MET304:stream.Length|});", "'wait_seconds' is in seconds, and this value is in bytes: record it in a metric of its own")]
    public async Task SaysWhichUnits(string statement, string message)
    {
        var found = Assert.Single(await VerifyAsync(statement));
        Assert.Equal(message, found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task IsSilencedByPragma() => await VerifyAsync(
        """

        #pragma warning disable MET304
                ShopMetrics.Wait.Observe(span.TotalMilliseconds);
        #pragma warning restore MET304

        """);

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> VerifyAsync(string statements) => ShopSource.VerifyMembersAsync(
        new ValueUnitAnalyzer(),
        $$"""
            private static readonly Histogram Kept = ShopMetrics.Wait;

            private static Histogram Own { get; } = ShopMetrics.Duration(Endpoint.Cart);

            private class Other { public void Observe(double value) { } }

            private static void Run({{Parameters}}) { {{statements}} }
        """);
}
