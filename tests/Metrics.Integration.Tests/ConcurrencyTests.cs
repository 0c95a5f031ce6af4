using System.Buffers;
using System.Globalization;
using System.Text;
using TypedMetrics.Exposition;

namespace TypedMetrics.Integration.Tests;

/// <summary>Real threads against real scrapes: nothing is lost, and nothing goes back.</summary>
public sealed class ConcurrencyTests
{
    private const int Threads = 32;
    private const int Rounds = 2_000;
    private const int LeastScrapes = 20;

    [Fact]
    public void LosesNothingWhile32ThreadsUpdateAndScrapesRun()
    {
        var registry = new CollectorRegistry();
        using var metrics = new KindMetrics(registry);
        using var start = new Barrier(Threads + 1);
        var scrapes = 0;
        var turns = 0;
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            do
            {
                for (var i = 0; i < Rounds; i++)
                {
                    metrics.Plain.Inc();
                    metrics.ByEnum((Shade)(i % 3)).Inc(0.25);
                    metrics.ByOpen(i % 2 == 0 ? "even" : "odd").Inc();
                    metrics.Level(Shade.Light).Inc();
                    metrics.Wait(Shade.Dark).Observe(i % 4 * 0.5);
                    metrics.Payload.Observe(i % 4 * 0.5);
                    metrics.Door(Shade.Dark).Set((Weather)(i % 3));
                    metrics.Build(i % 2 == 0 ? "1" : "2", Shade.Dark).Set();
                }

                Interlocked.Increment(ref turns);
            }
            while (Volatile.Read(ref scrapes) < LeastScrapes);
        })).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        metrics.Door(Shade.Dark).Set(Weather.Sunny);
        metrics.Build("1", Shade.Dark).Set();
        start.SignalAndWait();
        var last = new Dictionary<string, double>(StringComparer.Ordinal);
        do
        {
            var samples = Scrape(registry);
            foreach (var (series, value) in samples.Where(sample => !IsGauge(sample.Key)))
            {
                Assert.True(value >= last.GetValueOrDefault(series), $"{series} went from {last.GetValueOrDefault(series)} to {value}");
                last[series] = value;
            }

            Assert.Equal(samples["it_wait_seconds_count{shade=\"dark\"}"], samples["it_wait_seconds_bucket{shade=\"dark\",le=\"+Inf\"}"]);
            Assert.Single(samples, sample => sample.Key.StartsWith("it_door_state", StringComparison.Ordinal) && sample.Value == 1);
            Assert.Single(samples, sample => sample.Key.StartsWith("it_build_info", StringComparison.Ordinal));
            Interlocked.Increment(ref scrapes);
        }
        while (threads.Any(thread => thread.IsAlive));

        var all = (double)turns * Rounds;
        var end = Scrape(registry);
        Assert.Equal(all, end["it_plain_total"]);
        Assert.Equal(
            all * 0.25,
            end["it_enum_total{shade=\"light\"}"] + end["it_enum_total{shade=\"dark\"}"] + end["it_enum_total{shade=\"other\"}"]);
        Assert.Equal(all / 2, end["it_open_total{tenant=\"even\"}"]);
        Assert.Equal(all / 2, end["it_open_total{tenant=\"odd\"}"]);
        Assert.Equal(all, end["it_level{shade=\"light\"}"]);
        Assert.Equal(all, end["it_wait_seconds_count{shade=\"dark\"}"]);
        Assert.Equal(all * 0.75, end["it_wait_seconds_sum{shade=\"dark\"}"]);
        Assert.Equal(all, end["it_payload_bytes_count"]);
        Assert.Equal(all * 0.75, end["it_payload_bytes_sum"]);
        Assert.InRange(end["it_payload_bytes{quantile=\"0.5\"}"], 0.5 * (1 - (1 / 129.0)), 0.5 * (1 + (1 / 129.0)));
    }

    private static bool IsGauge(string sample) =>
        sample.StartsWith("it_level", StringComparison.Ordinal)
        || sample.Contains("quantile=", StringComparison.Ordinal)
        || sample.StartsWith("it_door_state", StringComparison.Ordinal)
        || sample.StartsWith("typedmetrics_series", StringComparison.Ordinal);

    private static Dictionary<string, double> Scrape(CollectorRegistry registry)
    {
        var body = new ArrayBufferWriter<byte>();
        registry.Write(body, ExpositionFormat.PrometheusText);
        return Encoding.UTF8.GetString(body.WrittenSpan)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .ToDictionary(
                line => line[..line.LastIndexOf(' ')],
                line => double.Parse(line[(line.LastIndexOf(' ') + 1)..].Replace("+Inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture),
                StringComparer.Ordinal);
    }
}
