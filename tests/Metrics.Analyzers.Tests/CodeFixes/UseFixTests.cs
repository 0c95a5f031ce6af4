using Microsoft.CodeAnalysis.CodeFixes;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Analyzers.Tests.Use;
using TypedMetrics.CodeFixes;

namespace TypedMetrics.Analyzers.Tests.CodeFixes;

/// <summary>MET214, MET301, MET302, MET304 and MET305: each case is fixed all at once, compiles and is clean afterwards.</summary>
public class UseFixTests
{
    [Theory]
    [InlineData("ShopMetrics.Lookups(\"hti\").Inc();", "ShopMetrics.Lookups(\"hit\").Inc();")]
    [InlineData("ShopMetrics.Lookups(flag ? \"Hit\" : /* none */ \"mis\").Inc();", "ShopMetrics.Lookups(flag ? \"hit\" : /* none */ \"miss\").Inc();")]
    [InlineData("var result = \"mis\"; ShopMetrics.Lookups(result).Inc();", "var result = \"miss\"; ShopMetrics.Lookups(result).Inc();")]
    [InlineData("const string Mis = \"mis\"; ShopMetrics.Lookups(Mis).Inc();", "const string Mis = \"mis\"; ShopMetrics.Lookups(\"miss\").Inc();")]
    [InlineData("_ = new CallLabels(\"misss\", Step.First) { Result = \"hitt\" };", "_ = new CallLabels(\"miss\", Step.First) { Result = \"hit\" };")]
    public async Task ReplacesAMisspeltTextByTheNearest(string before, string after) => await VerifyAsync(new UnlistedTextFixProvider(), before, after);

    [Fact]
    public async Task OffersNothingForATextThatIsNearToNone() => await VerifyNoFixAsync(new UnlistedTextFixProvider(), "ShopMetrics.Lookups(\"stale\").Inc();");

    [Theory]
    [InlineData("ShopMetrics.Lookups(\"hit\");", "ShopMetrics.Lookups(\"hit\").Inc();")]
    [InlineData("_ = ShopMetrics.Connections; // one more", "ShopMetrics.Connections.Inc(); // one more")]
    [InlineData("Action count = () => ShopMetrics.Lookups(\"hit\");", "Action count = () => ShopMetrics.Lookups(\"hit\").Inc();")]
    [InlineData("if (flag) ShopMetrics.Lookups(\"hit\"); else ShopMetrics.Lookups(\"miss\");", "if (flag) ShopMetrics.Lookups(\"hit\").Inc(); else ShopMetrics.Lookups(\"miss\").Inc();")]
    public async Task CountsWithACounterThatIsOnlyNamed(string before, string after) => await VerifyAsync(new UnusedInstrumentFixProvider(), before, after);

    [Theory]
    [InlineData("ShopMetrics.Duration(endpoint);")]
    [InlineData("_ = ShopMetrics.Open;")]
    [InlineData("var counter = ShopMetrics.Connections;")]
    public async Task OffersNothingWhereTheVerbIsNotKnown(string statements) => await VerifyNoFixAsync(new UnusedInstrumentFixProvider(), statements);

    [Theory]
    [InlineData("ShopMetrics.Wait.Time();", "using var timer = ShopMetrics.Wait.Time();")]
    [InlineData("_ = ShopMetrics.Wait.Time();", "using var timer = ShopMetrics.Wait.Time();")]
    [InlineData("var wait = ShopMetrics.Wait.Time();", "using var wait = ShopMetrics.Wait.Time();")]
    [InlineData("IDisposable wait = ShopMetrics.Wait.Time(); // long", "using IDisposable wait = ShopMetrics.Wait.Time(); // long")]
    [InlineData("ShopMetrics.Open.TrackInProgress(); ShopMetrics.Wait.Time(); ShopMetrics.Open.Time();", "using var inProgress = ShopMetrics.Open.TrackInProgress(); using var timer = ShopMetrics.Wait.Time(); using var timer2 = ShopMetrics.Open.Time();")]
    [InlineData("var timer = 1; if (flag) { ShopMetrics.Wait.Time(); }", "var timer = 1; if (flag) { using var timer2 = ShopMetrics.Wait.Time(); }")]
    [InlineData("var wait = flag ? ShopMetrics.Wait.Time() : ShopMetrics.Duration(endpoint).Time();", "using var wait = flag ? ShopMetrics.Wait.Time() : ShopMetrics.Duration(endpoint).Time();")]
    public async Task EndsATimerWithItsBlock(string before, string after) => await VerifyAsync(new UnusedTimerFixProvider(), before, after);

    [Theory]
    [InlineData("DurationTimer.Start();")]
    [InlineData("if (flag) ShopMetrics.Wait.Time();")]
    [InlineData("Action start = () => ShopMetrics.Wait.Time();")]
    public async Task OffersNoUsingWhereNoneFits(string statements) => await VerifyNoFixAsync(new UnusedTimerFixProvider(), statements);

    [Theory]
    [InlineData("ShopMetrics.Wait.Observe(watch.ElapsedMilliseconds);", "ShopMetrics.Wait.Observe(watch.Elapsed);")]
    [InlineData("ShopMetrics.Wait.Observe(watch.ElapsedTicks);", "ShopMetrics.Wait.Observe(watch.Elapsed);")]
    [InlineData("ShopMetrics.Wait.Observe(watch.Elapsed.TotalMilliseconds);", "ShopMetrics.Wait.Observe(watch.Elapsed);")]
    [InlineData("ShopMetrics.Wait.Observe(span.Minutes);", "ShopMetrics.Wait.Observe(span);")]
    [InlineData("ShopMetrics.Busy.Inc(watch.ElapsedMilliseconds);", "ShopMetrics.Busy.Inc(watch.Elapsed.TotalSeconds);")]
    [InlineData("ShopMetrics.Wait.Observe(Math.Round(span.TotalMilliseconds, 2));", "ShopMetrics.Wait.Observe(Math.Round(span.TotalSeconds, 2));")]
    [InlineData("ShopMetrics.Wait.Observe(flag ? span.TotalMinutes : 0);", "ShopMetrics.Wait.Observe(flag ? span.TotalSeconds : 0);")]
    [InlineData("ShopMetrics.Wait.Observe(maybe?.ElapsedMilliseconds ?? 0);", "ShopMetrics.Wait.Observe(maybe?.Elapsed.TotalSeconds ?? 0);")]
    [InlineData("ShopMetrics.Wait.Observe(Environment.TickCount64 - start);", "ShopMetrics.Wait.Observe((Environment.TickCount64 - start) / 1000.0);")]
    [InlineData("var ms = watch.ElapsedMilliseconds; ShopMetrics.Wait.Observe(ms);", "var ms = watch.ElapsedMilliseconds; ShopMetrics.Wait.Observe(ms / 1000.0);")]
    [InlineData("var minutes = span.TotalMinutes; ShopMetrics.Wait.Observe(minutes);", "var minutes = span.TotalMinutes; ShopMetrics.Wait.Observe(minutes * 60);")]
    [InlineData("ShopMetrics.Wait.Observe(begin.Ticks - start);", "ShopMetrics.Wait.Observe((begin.Ticks - start) / 1e7);")]
    [InlineData("ShopMetrics.Payload.Observe(GC.GetTotalMemory(false) / 1024);", "ShopMetrics.Payload.Observe(GC.GetTotalMemory(false) / 1024 * 1024);")]
    public async Task ConvertsToTheMetricsUnit(string before, string after) => await VerifyAsync(new ValueUnitFixProvider(), before, after);

    [Theory]
    [InlineData("ShopMetrics.Wait.Observe(Stopwatch.GetTimestamp() - start);")]
    [InlineData("ShopMetrics.Wait.Observe(GC.GetTotalMemory(false));")]
    public async Task OffersNothingWhereNoFactorIsKnown(string statements) => await VerifyNoFixAsync(new ValueUnitFixProvider(), statements);

    [Fact]
    public async Task TakesInstrumentsBeforeTheLoop() => Assert.Equal(
        """
        class Handler
        {
            void Run(string text, Endpoint endpoint)
            {
                var count = 0;

                var lookups = ShopMetrics.Lookups("hit");
                var duration = ShopMetrics.Duration(endpoint);
                // for each letter
                foreach (var c in text)
                {
                    lookups.Inc();
                    foreach (var d in text)
                    {
                        lookups.Inc();
                        duration.Observe(count++);
                    }
                }

                switch (count)
                {
                    case 1:
                        var lookups2 = ShopMetrics.Lookups("miss");
                        while (count-- > 0)
                            lookups2.Inc();
                        break;
                }
            }
        }
        """,
        (await new CodeFixTest(
            new RepeatedAccessFixProvider(),
            """
            class Handler
            {
                void Run(string text, Endpoint endpoint)
                {
                    var count = 0;

                    // for each letter
                    foreach (var c in text)
                    {
                        ShopMetrics.Lookups("hit").Inc();
                        foreach (var d in text)
                        {
                            ShopMetrics.Lookups( "hit" ).Inc();
                            ShopMetrics.Duration(endpoint).Observe(count++);
                        }
                    }

                    switch (count)
                    {
                        case 1:
                            while (count-- > 0)
                                ShopMetrics.Lookups("miss").Inc();
                            break;
                    }
                }
            }
            """,
            ShopSource.Metrics).FixAllCleanlyAsync())[0]);

    [Fact]
    public async Task OffersNothingForALoopThatStandsInNoBlock() =>
        await VerifyNoFixAsync(new RepeatedAccessFixProvider(), "if (flag) foreach (var c in \"abc\") ShopMetrics.Lookups(\"hit\").Inc();");

    private static async Task VerifyAsync(CodeFixProvider provider, string before, string after) =>
        Assert.Equal(Source(after), (await Test(provider, before).FixAllCleanlyAsync())[0]);

    private static async Task VerifyNoFixAsync(CodeFixProvider provider, string statements) =>
        Assert.False(await Test(provider, statements).IsOfferedAsync());

    private static CodeFixTest Test(CodeFixProvider provider, string statements) => new(provider, Source(statements), ShopSource.Metrics);

    private static string Source(string statements) => $$"""
        using System.Diagnostics;

        class Handler
        {
            void Run(bool flag, Endpoint endpoint, Stopwatch watch, Stopwatch? maybe, TimeSpan span, DateTime begin, long start)
            {
                {{statements}}
            }
        }
        """;
}
